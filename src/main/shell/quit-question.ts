import type { QueueSummary } from '../../shared/imports.ts';
import type { ShellWords } from './words/en.ts';

/** What the operator is asked before the app ends. */
export interface QuitQuestion {
  readonly message: string;
  readonly detail: string;
}

/** What to ask before quitting, from the state of every queue; null when quitting interrupts nothing. */
export function quitQuestion(
  summaries: readonly QueueSummary[],
  words: ShellWords['quit'],
): QuitQuestion | null {
  const busy = summaries.filter(({ safeToQuit }) => !safeToQuit);
  if (busy.length === 0) return null;
  const sum = (of: (summary: QueueSummary) => number): number =>
    summaries.reduce((all, one) => all + of(one), 0);
  const waiting = sum(({ counts }) => counts.planned);
  const underway = sum(
    ({ counts }) => counts.sending + counts.unknown + counts.restarting + counts.abandoning,
  );
  const atPixop = sum(({ counts }) => counts.accepted + counts.copying + counts.ingesting);
  const isPaused = busy.every(({ paused }) => paused !== null);
  const kept = waiting === 0 ? [] : [isPaused ? words.keptPaused : words.kept];
  return {
    message: waiting > 0 ? words.title(waiting) : words.unsettled(underway),
    detail: [
      ...kept,
      ...(underway === 0 ? [] : [words.takenUp]),
      ...(atPixop === 0 ? [] : [words.pixopGoesOn(atPixop)]),
    ].join('\n\n'),
  };
}
