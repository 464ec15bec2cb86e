import { createImportService, type ImportService } from '../../../src/main/imports/import-service.ts';
import type { OpenedJournal, OpenJournal } from '../../../src/main/imports/journal-port.ts';
import type { PixopPort } from '../../../src/main/imports/ports.ts';
import type { Clock } from '../../../src/main/platform/clock.ts';
import type { JournalFs } from '../../../src/main/storage/journal/journal-fs.ts';
import { openJournal } from '../../../src/main/storage/journal/journal.ts';
import type { Disk } from './disk.ts';
import type { Life } from './life.ts';
import type { World } from './world.ts';

/** Where the harness keeps its one journal. */
export const JOURNAL = '/queues/simulator/journal';

/** A precaution that a process goes without. */
export interface Mutant {
  readonly fs?: (fs: JournalFs) => JournalFs;
  readonly journal?: (opened: OpenedJournal) => OpenedJournal;
}

/** The product's opener on a disk in memory, for as long as the process lives. */
export const openerFor =
  (disk: Disk, life: Life, { fs: changed, journal }: Mutant = {}): OpenJournal =>
  async (mode) => {
    const fs = disk.fsFor(life);
    const opened = await openJournal(
      {
        path: JOURNAL,
        fs: changed?.(fs) ?? fs,
        // Whoever wrote before is dead.
        lockWorld: { self: { pid: 1, host: 'steps', bootedAtMs: 0 }, isAlive: () => false },
      },
      mode,
    );
    return journal?.(opened) ?? opened;
  };

/** Starts the product's queue as a process that can die. */
export function startProcess(world: World, disk: Disk, life: Life, mutant?: Mutant): Promise<ImportService> {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  return createImportService({
    environmentId: 'simulator',
    clock: clockFor(world.clock, life),
    log: silent,
    openJournal: openerFor(disk, life, mutant),
    pixop: portFor(world.port, life),
    reservePercent: 0,
    lookDelaysMs: [0, 1_000, 5_000],
    onChange: () => undefined,
  });
}

const clockFor = (clock: Clock, life: Life): Clock => ({
  now: () => clock.now(),
  monotonic: () => clock.monotonic(),
  after: (delayMs, callback) =>
    clock.after(delayMs, () => {
      if (life.isAlive) callback();
    }),
});

/** A dead process sends nothing and hears nothing. */
const portFor = (port: PixopPort, life: Life): PixopPort => ({
  submitImport: (request, signal) => life.hear(() => port.submitImport(request, signal)),
  listVideos: (query, signal) => life.hear(() => port.listVideos(query, signal)),
  videoInState: (videoId, signal) => life.hear(() => port.videoInState(videoId, signal)),
  restart: (videoId, skip, signal) => life.hear(() => port.restart(videoId, skip, signal)),
  abandon: (videoId, signal) => life.hear(() => port.abandon(videoId, signal)),
  checkAccount: (signal) => life.hear(() => port.checkAccount(signal)),
});
