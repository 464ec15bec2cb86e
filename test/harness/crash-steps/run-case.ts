import { fold, unfold } from '../../../src/main/imports/fold.ts';
import type { ImportService } from '../../../src/main/imports/import-service.ts';
import type { JobRow } from '../../../src/shared/imports.ts';
import { Disk, type Loss } from './disk.ts';
import { Life, type Death } from './life.ts';
import { openerFor, startProcess, type Mutant } from './one-process.ts';
import { createWorld, IMPORTS, passUntil, type World } from './world.ts';

/** What is done to a case. */
export interface CasePlan {
  /** When the first process dies; null lets it end by itself. */
  readonly death: Death | null;
  /** What its end does to what was not synced. */
  readonly loss: Loss;
  readonly mutant?: Mutant;
  /** The disk only claims to have synced. */
  readonly isLying?: boolean;
}

/** What a case came to. */
export interface CaseReport {
  /** The calls to the disk that the first process made. */
  readonly calls: readonly string[];
  /** What is wrong, or null. */
  readonly wrong: string | null;
}

/** Long enough for whatever was on its way when the process died, milliseconds. */
const AFTERMATH_MS = 130_000;

/** One process imports everything and writes its journal anew, unless it dies; the next one goes on to the end. */
export async function runCase({ death, loss, mutant, isLying }: CasePlan): Promise<CaseReport> {
  const world = createWorld();
  const disk = new Disk();
  const life = new Life(death);
  const promises = { isQueued: false, isOver: false };
  disk.isLying = isLying === true;
  void firstProcess(world, disk, life, promises, mutant);
  await passUntil(world, () => promises.isOver || !life.isAlive);
  life.end();
  disk.isLying = false;
  disk.lose(loss);
  world.clock.advance(AFTERMATH_MS);
  return { calls: life.calls, wrong: await nextProcess(world, disk, promises.isQueued) };
}

async function firstProcess(
  world: World,
  disk: Disk,
  life: Life,
  promises: { isQueued: boolean; isOver: boolean },
  mutant?: Mutant,
): Promise<void> {
  const service = await startProcess(world, disk, life, mutant);
  await service.enqueue(world.plan);
  promises.isQueued = true;
  await passUntil(world, () => !life.isAlive || isDone(service));
  await service.close();
  // As at a start that finds many records of few imports.
  const opened = await openerFor(disk, life, mutant)('start');
  await opened.journal.compact(unfold(fold(opened).queue));
  await opened.journal.close();
  promises.isOver = true;
}

/** What is wrong after the next process has come to its end, with an operator who goes on with everything. */
async function nextProcess(world: World, disk: Disk, isQueued: boolean): Promise<string | null> {
  const life = new Life();
  const service = await startProcess(world, disk, life);
  try {
    if (service.summary().paused !== null) await waitFor(world, service.resume());
    if (rowsOf(service).length === 0) {
      if (isQueued) return 'an import that was said to be queued is gone';
      await waitFor(world, service.enqueue(world.plan));
    }
    if (!(await passUntil(world, () => rowsOf(service).every(isAtRest)))) return `no rest: ${told(service)}`;
    const made = madeBy(world);
    const parked = rowsOf(service).filter(({ state }) => state === 'needs-decision');
    for (const { objectKey, jobId } of parked) {
      if ((made.get(objectKey) ?? 0) > 0) return `${objectKey} is asked about, but has a video`;
      await waitFor(
        world,
        service.decide({ target: { jobIds: [jobId] }, decision: { kind: 'import-again' } }),
      );
    }
    if (!(await passUntil(world, () => isDone(service)))) return `not all is done: ${told(service)}`;
    const counts = world.plan.items.map(({ object }) => madeBy(world).get(object.objectKey) ?? 0);
    return counts.every((count) => count === 1) ? null : `videos of each object: ${counts.join(', ')}`;
  } finally {
    life.end();
  }
}

async function waitFor(world: World, pending: Promise<unknown>): Promise<void> {
  const state = { isOver: false };
  const watched = pending.finally(() => (state.isOver = true));
  await Promise.all([watched, passUntil(world, () => state.isOver)]);
}

const rowsOf = (service: ImportService): readonly JobRow[] =>
  service.snapshot({ from: 0, count: IMPORTS * 2 }).rows;
const isDone = (service: ImportService): boolean => service.summary().counts.done === IMPORTS;
const isAtRest = ({ state }: JobRow): boolean => state === 'done' || state === 'needs-decision';
const told = (service: ImportService): string =>
  rowsOf(service)
    .map(({ state }) => state)
    .join(', ');
const madeBy = ({ world }: World): ReadonlyMap<string, number> =>
  new Map(world.ledger.entries().map(({ objectKey, accepted }) => [objectKey, accepted]));
