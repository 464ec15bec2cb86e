import type { Flaws } from './app.ts';
import { Day } from './day.ts';
import { losses, type Loss } from './disk.ts';
import { Life, shares, type Death } from './life.ts';
import type { Mutant } from './mutants.ts';
import { story } from './story.ts';

/** One death of the day, and what it cost. */
export interface CrashCase extends Death {
  readonly chapter: number;
  readonly call: string;
  readonly loss: Loss;
}

/** What a run came to. */
export interface CrashReport {
  readonly cases: number;
  readonly calls: number;
  readonly parked: number;
  readonly violations: readonly string[];
}

/** How a case is called, and played again by `--case`. */
export const nameOf = ({ chapter, atCall, share, loss }: CrashCase): string =>
  [chapter, atCall, share, loss].join(':');

/** Every case there is: each call of each chapter, done not at all, by half and in full, with each loss. */
export async function crashCases(): Promise<readonly CrashCase[]> {
  const day = new Day({});
  const cases: CrashCase[] = [];
  for (const [chapter, { before, objectKeys }] of story.entries()) {
    await before(day);
    const life = new Life();
    await day.work(life, objectKeys);
    for (const [index, call] of life.calls.entries())
      for (const share of shares)
        for (const loss of losses) cases.push({ chapter, atCall: index + 1, call, share, loss });
  }
  if (day.wrongs.length > 0) throw new Error(`A day without a death: ${day.wrongs.join('; ')}`);
  return cases;
}

/** Plays the day up to a death, and lets the next process go on. */
export async function runCase({ chapter, atCall, share, loss }: CrashCase, flaws: Flaws = {}): Promise<Day> {
  const day = new Day(flaws);
  for (const [index, { before, objectKeys }] of story.slice(0, chapter + 1).entries()) {
    await before(day);
    const life = new Life(index === chapter ? { atCall, share } : null);
    await day.work(life, objectKeys);
    if (life.isAlive && index === chapter) day.wrongs.push(`stuck: no call ${atCall} to die in`);
    if (life.isAlive) continue;
    day.disk.lose(loss);
    await day.work(new Life(), objectKeys);
  }
  return day;
}

/** Plays cases, each from the beginning of the day. */
export async function runCrashes(cases: readonly CrashCase[], flaws: Flaws = {}): Promise<CrashReport> {
  const violations: string[] = [];
  let parked = 0;
  for (const crash of cases) {
    const day = await runCase(crash, flaws);
    parked += day.parked;
    for (const wrong of day.wrongs) violations.push(`${nameOf(crash)} (${crash.call}): ${wrong}`);
  }
  const calls = new Set(cases.map(({ chapter, atCall }) => `${chapter}:${atCall}`)).size;
  return { cases: cases.length, calls, parked, violations };
}

/** The first of some cases in which a broken precaution is noticed for what it is, or null. */
export async function firstCaught(
  cases: readonly CrashCase[],
  { flaws, complaint }: Mutant,
): Promise<string | null> {
  for (const crash of cases) {
    const { wrongs } = await runCase(crash, flaws);
    if (wrongs.some((wrong) => complaint.test(wrong))) return nameOf(crash);
  }
  return null;
}
