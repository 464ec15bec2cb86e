import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { median } from './report.ts';

/** What long listings cost when rows are objects in an array, as one would write it first; milliseconds. */
export interface NaiveCosts {
  readonly filter: number;
  readonly sort: number;
  readonly select: number;
}

const ROUNDS = 3;

/** Filters, sorts and selects so many objects, on this machine and in this run. */
export function naiveCosts(count: number): NaiveCosts {
  const space = archiveKeyspace(count);
  let random = 1;
  const rows = Array.from({ length: count }, (_, index) => ({
    key: space.keyAt(index),
    // In no order, and the same in every run.
    sizeBytes: (random = (random * 16_807) % 2_147_483_647),
  }));
  return {
    filter: timed(() => rows.filter(({ key }) => key.toLowerCase().includes('cam_c'))),
    sort: timed(() => rows.toSorted((left, right) => right.sizeBytes - left.sizeBytes)),
    select: timed(() => new Set(rows.map(({ key }) => key))),
  };
}

function timed(work: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begunMs = performance.now();
    work();
    times.push(performance.now() - begunMs);
  }
  return median(times);
}
