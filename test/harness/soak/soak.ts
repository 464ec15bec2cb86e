import { fold } from '../../../src/main/imports/fold.ts';
import type { RateReading } from '../../../src/main/imports/ports.ts';
import type { QueueSummary } from '../../../src/shared/imports.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/shared/units.ts';
import { requestsOf } from '../virtual-run/counted-port.ts';
import { runUntil } from '../virtual-run/drive.ts';
import { logNormal, seededRandom } from '../virtual-run/seeded-random.ts';
import { enqueue, startVirtualRun } from '../virtual-run/virtual-run.ts';
import { attend } from './operator.ts';

/** How long and how hard a soak is. */
export interface SoakOptions {
  readonly imports: number;
  readonly seed: number;
  /** Share of import calls, 0 to 1, whose answer is lost in one way or another. */
  readonly lostShare: number;
  /** Requests a minute that another program spends on the same key. */
  readonly foreignPerMinute: number;
  /** See `RunOptions`. */
  readonly distort?: (reading: RateReading) => RateReading;
  /** Waited for once the run has warmed up, and when all is done, with everything still in memory. */
  readonly onPhase?: (phase: 'warm' | 'end') => Promise<void>;
}

/** What a soak came to. */
export interface SoakFigures {
  readonly imports: number;
  readonly done: number;
  readonly videos: number;
  readonly doubled: number;
  /** Imports that a start from the journal would not know as done, or knows twice. */
  readonly misremembered: number;
  readonly requests: number;
  readonly refused: number;
  /** Import calls that were not answered as they should have been. */
  readonly lost: number;
  readonly restarted: number;
  readonly decided: number;
  readonly resumed: number;
  readonly virtualMs: number;
  readonly summary: QueueSummary;
}

/** Requests a minute of the simulated key. */
export const LIMIT_PER_MINUTE = 600;
/** A fifth of the imports: every kind of thing has happened by then. */
const WARM_SHARE = 0.2;
/** A run that takes longer than this has got stuck. */
const MAX_RUN_MS = 48 * HOUR;
/** After the last import: the end-of-run audit. */
const AUDIT_MS = 10 * MINUTE;

/** Imports thousands of objects on a platform that loses answers and fails copies, with an operator who sees to it. */
export async function soak(options: SoakOptions): Promise<SoakFigures> {
  const { imports, seed, lostShare, distort } = options;
  const random = seededRandom(seed);
  const keys = Array.from({ length: imports }, (_, number) => `clip-${number}.mp4`);
  const copyMs = new Map(
    keys.map((key) => [key, logNormal(random, 40 * SECOND, 0.6) * (random() < 0.02 ? 20 : 1)]),
  );
  const run = await startVirtualRun({
    seed,
    settings: {
      limitPerMinute: LIMIT_PER_MINUTE,
      fullIngestionMs: MINUTE,
      foreignPerMinute: options.foreignPerMinute,
    },
    copyMs: (key) => copyMs.get(key) ?? 0,
    ...(distort === undefined ? {} : { distort }),
  });
  const { clock, world, service, traffic, journal } = run;
  const each = lostShare / 6;
  world.faults.lateCommitMs = 2 * MINUTE;
  world.faults.copyFailEvery = 97;
  world.faults.importRates = {
    'reset-before': each,
    'reset-after': each,
    'reset-late': each,
    'error-after': each,
    'error-late': each,
    'hang-after': each,
  };
  const startedMs = clock.now();
  await enqueue(run, keys);
  const operator = attend(clock, service, world, random);
  const done = (): number => service.summary().counts.done;
  await runUntil(clock, MAX_RUN_MS, () => done() >= imports * WARM_SHARE);
  await options.onPhase?.('warm');
  await runUntil(clock, MAX_RUN_MS, () => done() >= imports);
  const virtualMs = clock.now() - startedMs;
  operator.leave();
  await runUntil(clock, AUDIT_MS, () => false);
  await options.onPhase?.('end');
  const { videos, doubled } = world.ledger.totals();
  const { queue } = fold(journal.read());
  const remembered = [...queue.jobs.values()].filter(
    (job) => job.state === 'done' && job.doubles.length === 0,
  );
  const summary = service.summary();
  await service.close();
  return {
    imports,
    done: summary.counts.done,
    videos,
    doubled,
    misremembered: imports - remembered.length,
    requests: requestsOf(traffic),
    refused: traffic.refused,
    lost: traffic.lost,
    restarted: operator.restarted,
    decided: operator.decided,
    resumed: operator.resumed,
    virtualMs,
    summary,
  };
}
