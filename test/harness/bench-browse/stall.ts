import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long an event loop was kept from its turn, milliseconds. */
export interface Stall {
  readonly p99Ms: number;
  readonly maxMs: number;
}

const NANOSECONDS = 1e6;

/** Does something and says how long this thread's event loop stood still meanwhile. */
export async function stallDuring(work: () => Promise<unknown>): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return { p99Ms: delay.percentile(99) / NANOSECONDS, maxMs: delay.max / NANOSECONDS };
}
