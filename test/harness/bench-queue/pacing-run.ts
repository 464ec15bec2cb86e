import { HOUR, MINUTE, type Milliseconds } from '../../../src/shared/units.ts';
import { requestsOf, type Traffic } from '../virtual-run/counted-port.ts';
import { runUntil } from '../virtual-run/drive.ts';
import { enqueue, startVirtualRun } from '../virtual-run/virtual-run.ts';
import { startNaive } from './naive.ts';
import { Staleness } from './staleness.ts';
import type { Workload } from './workload.ts';

/** What one way of importing came to. */
export interface PacingFigures {
  /** From the first word to the last video shown as done. */
  readonly makespanMs: Milliseconds;
  /** All of them, those after the end included: the audit of the run is a part of its price. */
  readonly requests: number;
  readonly refused: number;
  /** p95 of the age of a shown status, for changes while imports waited and for those after the last one was sent. */
  readonly lateWhileMs: Milliseconds | null;
  readonly lateAfterMs: Milliseconds | null;
}

/** A run that takes longer than this has got stuck. */
const MAX_RUN_MS = 240 * HOUR;

/** The options of a platform on which a workload is imported. */
const platformOf = (work: Workload, staleness: Staleness) => ({
  seed: work.seed,
  settings: {
    limitPerMinute: work.limitPerMinute,
    foreignPerMinute: work.foreignPerMinute,
    fullIngestionMs: work.ingestionMs,
  },
  copyMs: (key: string) => work.copyMs.get(key) ?? 0,
  onCopied: (key: string, atMs: Milliseconds) => staleness.copied(key, atMs),
});

/** Imports a workload with the product's queue. */
export async function runProduct(work: Workload): Promise<PacingFigures> {
  const staleness = new Staleness(work.ingestionMs);
  const last = { unsentMs: 0 };
  const run = await startVirtualRun({
    ...platformOf(work, staleness),
    onChange({ rows, summary }) {
      const nowMs = run.clock.now();
      if (summary.unsent > 0) last.unsentMs = nowMs;
      for (const { objectKey, state } of rows) staleness.shown(objectKey, state, nowMs);
    },
  });
  const { clock, service, traffic } = run;
  const startedMs = clock.now();
  await enqueue(run, work.keys);
  const isOver = (): boolean => service.summary().counts.done === work.keys.length;
  if (!(await runUntil(clock, MAX_RUN_MS, isOver))) throw new Error('The product’s run got stuck');
  const makespanMs = clock.now() - startedMs;
  await runUntil(clock, 2 * MINUTE, () => false);
  await service.close();
  return figures(traffic, staleness, makespanMs, last.unsentMs);
}

/** Imports a workload as one would do it first: send, poll each video, and try again when refused. */
export async function runNaive(work: Workload): Promise<PacingFigures> {
  const staleness = new Staleness(work.ingestionMs);
  const naive = startNaive(work, platformOf(work, staleness), (key, state) =>
    staleness.shown(key, state, naive.clock.now()),
  );
  const startedMs = naive.clock.now();
  const isOver = (): boolean => naive.done === work.keys.length;
  if (!(await runUntil(naive.clock, MAX_RUN_MS, isOver))) throw new Error('The naive run got stuck');
  return figures(naive.traffic, staleness, naive.clock.now() - startedMs, naive.lastSentMs);
}

const figures = (
  traffic: Traffic,
  staleness: Staleness,
  makespanMs: Milliseconds,
  lastSentMs: Milliseconds,
): PacingFigures => ({
  makespanMs,
  requests: requestsOf(traffic),
  refused: traffic.refused,
  lateWhileMs: staleness.p95Ms(0, lastSentMs),
  lateAfterMs: staleness.p95Ms(lastSentMs, Infinity),
});
