import { runSchedule } from './run-schedule.ts';
import type { Flaws } from './schedule.ts';

/** What a range of seeds came to. */
export interface RangeReport {
  readonly schedules: number;
  readonly crashes: number;
  readonly videos: number;
  readonly parked: number;
  /** Each seed that went wrong, with what was wrong; the first few. */
  readonly failures: readonly string[];
  readonly failed: number;
}

/** Failures that are told in full. */
const TOLD = 10;

/** Plays the schedules of neighbouring seeds. */
export function runRange(from: number, schedules: number, flaws?: Flaws): RangeReport {
  const sum = { schedules, crashes: 0, videos: 0, parked: 0, failed: 0 };
  const failures: string[] = [];
  for (let seed = from; seed < from + schedules; seed += 1) {
    const report = runSchedule(seed, flaws);
    sum.crashes += report.crashes;
    sum.videos += report.videos;
    sum.parked += report.parked;
    if (report.wrongs.length === 0) continue;
    sum.failed += 1;
    if (failures.length < TOLD) failures.push(`seed ${seed}: ${report.wrongs.join('; ')}`);
  }
  return { ...sum, failures };
}

/** The first seed that shows a flaw, or null when none of so many does. */
export function firstCaught(schedules: number, flaws: Flaws): number | null {
  for (let seed = 1; seed <= schedules; seed += 1)
    if (runSchedule(seed, flaws).wrongs.length > 0) return seed;
  return null;
}
