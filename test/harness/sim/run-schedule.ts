import { conclude, LOOK_DELAYS_MS } from '../../../src/main/imports/reconcile.ts';
import { judge } from '../../../src/main/imports/outcome.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import { SimOperator } from './operator.ts';
import { Schedule, type Flaws } from './schedule.ts';
import { wrongs } from './verdict.ts';

/** What one schedule came to. */
export interface ScheduleReport {
  readonly wrongs: readonly string[];
  readonly crashes: number;
  readonly videos: number;
  /** Imports that waited for a decision. */
  readonly parked: number;
}

const rules = { judge, conclude, lookDelaysMs: LOOK_DELAYS_MS, maxPosts: 4, canary: true };
/** Events in trouble, drawn for each schedule up to this. */
const MAX_TROUBLE = 90;
/** Events after which a queue that is left in peace has to have come to rest. */
const MAX_CALM = 3_000;

/** Plays one schedule: trouble, then calm, then a last look, then the operator's answers; judged after each. */
export function runSchedule(seed: number, flaws: Flaws = {}): ScheduleReport {
  const schedule = new Schedule(seed, rules, flaws);
  try {
    return play(schedule);
  } catch (error) {
    const wrongs = [`the engine threw: ${error instanceof Error ? error.message : String(error)}`];
    return { wrongs, crashes: schedule.crashes, videos: 0, parked: 0 };
  }
}

function play(schedule: Schedule): ScheduleReport {
  const operator = new SimOperator(schedule);
  const { chance } = schedule;
  operator.enqueue();
  for (let left = 20 + chance.below(MAX_TROUBLE - 20); left > 0; left -= 1) happen(schedule, operator);

  schedule.troubleEvery = Infinity;
  const found = [...calm(schedule, operator)];
  // Whatever came late is found by the next start.
  if (chance.oneIn(2)) {
    schedule.pass(15 * MINUTE);
    restart(schedule, operator);
    found.push(...calm(schedule, operator));
  }
  found.push(...wrongs(schedule, operator));
  const parked = [...schedule.life.engine.core.queue.jobs.values()].filter(
    ({ state }) => state === 'needs-decision',
  );
  // Copies may fail twice, and an import that is sent again is rejected by nobody now.
  for (let round = 0; round < 6 && operator.settleAll(); round += 1) found.push(...calm(schedule, operator));
  found.push(...wrongs(schedule, operator));
  const videos = [...schedule.tally.made.values()].reduce((sum, made) => sum + made, 0);
  return { wrongs: [...new Set(found)], crashes: schedule.crashes, videos, parked: parked.length };
}

/** One event of a bad day. */
function happen(schedule: Schedule, operator: SimOperator): void {
  const { chance } = schedule;
  const draw = chance.below(100);
  if (draw < 4) restart(schedule, operator);
  else if (draw < 6) schedule.failDisk();
  else if (draw < 12) operator.meddle();
  else if (draw < 14)
    schedule.tell({ kind: 'signal', signal: chance.of(['suspend', 'wake', 'network-changed']) ?? 'wake' });
  else if (draw < 16) schedule.pixop.deleteForeign();
  else if (draw < 18) schedule.pixop.make(null, schedule.nowMs);
  else if (draw < 30) sleep(schedule, chance.below(2 * MINUTE));
  else if (!schedule.comeAbout()) sleep(schedule, Infinity);
  operator.listen();
}

/** Until the engine asks to be woken, or for at most so long. */
function sleep(schedule: Schedule, atMostMs: number): void {
  const { wakeAt } = schedule.life.engine.core;
  schedule.pass(Math.min(Math.max(0, wakeAt - schedule.nowMs), Math.min(atMostMs, 20 * MINUTE)));
  schedule.tell({ kind: 'tick' });
}

function restart(schedule: Schedule, operator: SimOperator): void {
  operator.listen();
  schedule.crash();
  operator.forget();
}

/** Nothing goes wrong any more and the operator goes on with everything: the queue has to come to rest. */
function calm(schedule: Schedule, operator: SimOperator): readonly string[] {
  schedule.tell({ kind: 'signal', signal: 'wake' });
  operator.resume();
  for (let left = MAX_CALM; left > 0; left -= 1) {
    operator.listen();
    if (schedule.comeAbout()) continue;
    const { core } = schedule.life.engine;
    if (core.wakeAt === Infinity) {
      if (core.pause === null) return [];
      operator.resume();
    } else sleep(schedule, Infinity);
  }
  return [`unexplained: no rest after ${MAX_CALM} events`];
}
