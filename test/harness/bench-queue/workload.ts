import { MINUTE, SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import { logNormal, seededRandom } from '../virtual-run/seeded-random.ts';
import { MEAN_LATENCY_MS } from '../virtual-run/virtual-run.ts';

/** What is imported, and under which limit. */
export interface Workload {
  readonly keys: readonly string[];
  readonly copyMs: ReadonlyMap<string, Milliseconds>;
  readonly ingestionMs: Milliseconds;
  readonly limitPerMinute: number;
  /** Requests a minute that another program spends on the same key. */
  readonly foreignPerMinute: number;
  readonly seed: number;
}

/** Imports that may be on their way at once, as the product has it; the naive way gets as many. */
export const LANES = 4;
/** The share of the limit that the product leaves to status polls while imports wait. */
const POLL_SHARE = 0.1;

/** Copies of 40 s with a long tail, then an ingestion of a minute. */
export function workload(
  imports: number,
  limitPerMinute: number,
  foreignPerMinute: number,
  seed: number,
): Workload {
  const random = seededRandom(seed);
  const keys = Array.from({ length: imports }, (_, number) => `clip-${number}.mp4`);
  const copyMs = new Map(keys.map((key) => [key, logNormal(random, 40 * SECOND, 0.6)]));
  return { keys, copyMs, ingestionMs: MINUTE, limitPerMinute, foreignPerMinute, seed };
}

/**
 * The shortest time in which all can be done and known to be: imports go in order at the head of each window, as many
 * as the status share and others leave, and every end is known at once.
 */
export function boundMs({
  keys,
  copyMs,
  ingestionMs,
  limitPerMinute,
  foreignPerMinute,
}: Workload): Milliseconds {
  const polls = Math.max(1, Math.round(limitPerMinute * POLL_SHARE));
  const perWindow = Math.max(1, limitPerMinute - foreignPerMinute - polls);
  let lastMs = 0;
  for (const [index, key] of keys.entries()) {
    const window = Math.floor(index / perWindow);
    const round = Math.floor((index % perWindow) / LANES);
    const arrivesMs = window * MINUTE + (round + 0.5) * MEAN_LATENCY_MS;
    const endsMs = arrivesMs + (copyMs.get(key) ?? 0) + ingestionMs;
    lastMs = Math.max(lastMs, endsMs + MEAN_LATENCY_MS / 2);
  }
  return lastMs;
}
