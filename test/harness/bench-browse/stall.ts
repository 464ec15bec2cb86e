import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long an event loop was kept from its turn, milliseconds. */
export interface Stall {
  readonly p99Ms: number;
  readonly maxMs: number;
}

const NANOSECONDS = 1e6;
/** How often the loop is looked at, milliseconds; what Node notes is the time from one look to the next. */
const LOOK_MS = 1;

/** Does something and says how long this thread's event loop stood still meanwhile. */
export async function stallDuring(work: () => Promise<unknown>): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  delay.enable();
  await work();
  delay.disable();
  const beyond = (noted: number): number => Math.max(0, noted / NANOSECONDS - LOOK_MS);
  return { p99Ms: beyond(delay.percentile(99)), maxMs: beyond(delay.max) };
}
