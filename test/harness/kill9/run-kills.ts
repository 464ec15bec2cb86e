import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { demoPerson } from '../../simulators/pixop/demo.ts';
import { createChance } from '../crash-steps/chance.ts';
import { oneLife } from './one-life.ts';
import type { Mutant, Order } from './orders.ts';
import { LATE_MS, startPlatform, type Platform } from './platform.ts';

/** What runs with kills came to. */
export interface KillReport {
  kills: number;
  runs: number;
  imports: number;
  lost: number;
  doubled: number;
  parked: number;
  /** Parked imports whose video is there after all. */
  wronglyParked: number;
}

/** What is to be done to whom. */
export interface KillPlan {
  readonly program: string;
  readonly kills: number;
  readonly imports: number;
  readonly seed: number;
  readonly mutant: Mutant | null;
}

/** A process that has opened its queue is killed after up to this, milliseconds: looking, sending, writing. */
const LATEST_KILL_MS = 260;

/** Runs of imports, one after the other, until so many processes were killed; every run is brought to its end. */
export async function runKills(plan: KillPlan): Promise<KillReport> {
  const chance = createChance(plan.seed);
  const report = { kills: 0, runs: 0, imports: 0, lost: 0, doubled: 0, parked: 0, wronglyParked: 0 };
  while (report.kills < plan.kills) await oneRun(plan, chance, report);
  return report;
}

async function oneRun(plan: KillPlan, chance: () => number, report: KillReport): Promise<void> {
  const platform = await startPlatform(chance);
  const folder = await mkdtemp(join(tmpdir(), 'kill9-'));
  const { url, teamId, locationId } = platform;
  const order: Order = {
    url,
    teamId,
    locationId,
    apiKey: demoPerson.apiKey,
    journal: join(folder, 'journal'),
    imports: plan.imports,
    lookDelaysMs: [0, 200, 500],
    mutant: plan.mutant,
  };
  try {
    for (;;) {
      const isLast = report.kills >= plan.kills;
      const end = await oneLife(plan.program, order, isLast ? null : chance() * LATEST_KILL_MS);
      if (end.wasKilled) report.kills += 1;
      if (end.rows !== null) break;
    }
    // Whatever came late is found by one more start.
    await delay(2 * LATE_MS);
    const { rows } = await oneLife(plan.program, order, null);
    count(platform, rows ?? [], plan.imports, report);
  } finally {
    await platform.close();
    await rm(folder, { recursive: true });
  }
}

function count(
  { world }: Platform,
  rows: readonly { readonly objectKey: string; readonly state: string }[],
  imports: number,
  report: KillReport,
): void {
  const accepted = new Map(world.ledger.entries().map((entry) => [entry.objectKey, entry.accepted]));
  const states = new Map(rows.map(({ objectKey, state }) => [objectKey, state]));
  report.runs += 1;
  report.imports += imports;
  for (let index = 0; index < imports; index += 1) {
    const objectKey = `rushes/${index}.mov`;
    const made = accepted.get(objectKey) ?? 0;
    const isParked = states.get(objectKey) === 'needs-decision';
    if (made > 1) report.doubled += 1;
    if (isParked) report.parked += 1;
    if (isParked && made > 0) report.wronglyParked += 1;
    if (!isParked && made === 0) report.lost += 1;
  }
}
