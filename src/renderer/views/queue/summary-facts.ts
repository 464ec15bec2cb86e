import type { PauseReason, QueueSummary } from '../../../shared/imports.ts';
import { SECOND, type Milliseconds } from '../../../shared/units.ts';
import { tabCounts } from '../../store/queue-tabs.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';

/** Milliseconds until Pixop's limit lets imports be sent again; null while none waits for that. */
export function limitWait({ counts, paused, offline, rate }: QueueSummary): Milliseconds | null {
  if (rate === null || rate.waitMs === 0 || counts.planned === 0) return null;
  return paused === null && !offline ? rate.waitMs : null;
}

/** Share of the limit from which on what is left of it is told. */
const SCARCE = 0.2;

/** Whether what is left of Pixop's limit is worth a line. */
export const isScarce = ({ limit, remaining }: NonNullable<QueueSummary['rate']>): boolean =>
  remaining <= limit * SCARCE;

/** How many of the imports are done that are still wanted: what was skipped or abandoned never will be. */
export function overviewOf({ counts }: QueueSummary, text: Text['queue'], format: Format): string {
  const wanted = tabCounts(counts).all - counts.skipped - counts.abandoned;
  return wanted === 0 ? text.nothingWanted : text.overview(format.count(counts.done), format.count(wanted));
}

/** What stands below the bar: how much is copied, what is not imported by choice, and how fast it goes. */
export function summaryFacts(summary: QueueSummary, text: Text['queue'], format: Format): readonly string[] {
  const { counts, copiedBytes, totalBytes, bytesPerSecond, etaMs, paused } = summary;
  const isCopied = copiedBytes >= totalBytes;
  const isHeld = paused !== null && counts.planned > 0;
  const some = (count: number, words: (count: string) => string): readonly string[] =>
    count === 0 ? [] : [words(format.count(count))];
  return [
    text.bytesOf(format.bytes(copiedBytes), format.bytes(totalBytes)),
    // The bar is full while nothing is done: this is why.
    ...some(isCopied ? counts.ingesting : 0, text.beingIngested),
    ...some(counts.skipped, text.skippedOf),
    ...some(counts.abandoned, text.abandonedOf),
    // Neither is so while Pixop's limit is waited for; nor is there an end in sight while what waits is held back.
    ...(limitWait(summary) !== null || bytesPerSecond === null ? [] : [format.speed(bytesPerSecond)]),
    // Less than a second is no time to tell of.
    ...(limitWait(summary) !== null || isHeld || etaMs === null || etaMs < SECOND
      ? []
      : [timeLeft(etaMs, text, format)]),
  ];
}

function timeLeft(etaMs: Milliseconds, text: Text['queue'], format: Format): string {
  const estimate = format.estimate(etaMs);
  return estimate === null ? text.longTimeLeft : text.timeLeft(estimate);
}

/** True when no import is left to wait for or to look at: only then the bar is green. */
export function hasEnded({ counts }: QueueSummary): boolean {
  const { all, done } = tabCounts(counts);
  return done === all && counts.done > 0;
}

/** Pauses whose cause has to be mended first: resuming alone would only end in the same pause. */
const mendFirst: ReadonlySet<PauseReason> = new Set<PauseReason>([
  'key-missing',
  'key-rejected',
  'account',
  'balance',
  'location',
  'storage',
  'journal-read-only',
]);

/** Whether resuming is the next step after a pause, rather than mending what caused it. */
export const isResumedFirst = (reason: PauseReason): boolean => !mendFirst.has(reason);
