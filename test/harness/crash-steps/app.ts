import { createImportService, type ImportService } from '../../../src/main/imports/import-service.ts';
import type { OpenJournal } from '../../../src/main/imports/journal-port.ts';
import type { JournalFs } from '../../../src/main/storage/journal/journal-fs.ts';
import { openJournal } from '../../../src/main/storage/journal/journal.ts';
import type { Disk } from './disk.ts';
import type { Life } from './life.ts';
import type { Platform } from './platform.ts';

/** Where the queue's journal lies on the disk in memory. */
export const JOURNAL = '/queues/simulator/journal';

/** What a disk or an app does wrong on purpose. */
export interface Flaws {
  /** The disk only claims to sync. */
  readonly isLying?: boolean;
  readonly fs?: (fs: JournalFs) => JournalFs;
  readonly open?: (open: OpenJournal) => OpenJournal;
}

/** The product's own opener, on a disk in memory; whoever held the lock is dead. */
export function openerOn(disk: Disk, life: Life, { fs: flawed = (fs) => fs }: Flaws = {}): OpenJournal {
  const fs = flawed(disk.fsFor(life));
  const lockWorld = { self: { pid: 1, host: 'crash-steps', bootedAtMs: 0 }, isAlive: () => false };
  return (mode) => openJournal({ path: JOURNAL, fs, lockWorld }, mode);
}

/** One process of the app: the product's queue on the disk in memory and the simulated platform. */
export async function startApp(
  disk: Disk,
  platform: Platform,
  life: Life,
  flaws: Flaws,
): Promise<ImportService> {
  const { open: flawed = (open) => open } = flaws;
  const late: { service?: ImportService } = {};
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const service = await createImportService({
    environmentId: 'simulator',
    clock: platform.clockFor(life),
    log: silent,
    openJournal: flawed(openerOn(disk, life, flaws)),
    pixop: platform.portFor(life, (reading) => late.service?.observeRate(reading)),
    reservePercent: 0,
    onChange: () => undefined,
    onBatchEnd: () => undefined,
  });
  late.service = service;
  return service;
}
