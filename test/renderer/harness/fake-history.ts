import type { AppError } from '../../../src/shared/errors.ts';
import type { HistoryAccount, HistoryBatch, HistoryRow } from '../../../src/shared/history.ts';
import type { JobState } from '../../../src/shared/imports.ts';
import { DAY } from '../../../src/shared/units.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import { fakeConnections } from './fake-session.ts';

const broken: AppError = {
  code: 'storage',
  message: 'The queue’s journal could not be opened: EIO',
  detail: { source: 'disk' },
};
const NOW_MS = Date.UTC(2026, 10, 24, 9);
const totals = [4_770, 1_204, 312, 48_212, 18, 1];
const states: readonly JobState[] = [
  'done',
  'done',
  'done',
  'failed',
  'done',
  'skipped',
  'abandoned',
  'done',
];

/** Whose batch it is, with several accounts: all of them have some. */
const ownerOf = (index: number, owners: readonly string[]): string => owners[index % owners.length] ?? '';

const batchesOf = (owners: readonly string[]): HistoryBatch[] =>
  totals.map((total, index) => ({
    batchId: `batch-${index}`,
    connectionId: ownerOf(index, owners),
    createdAtMs: NOW_MS - index * 9 * DAY,
    locationId: 'aaaaaaaa',
    locationName: index % 2 === 0 ? 'Camera masters' : 'Dailies from the Reykjavik unit, second camera',
    bucket: 'nordlys-camera-masters',
    projectName: index === 1 ? null : 'Nordlys season 1',
    total,
    done: Math.max(0, total - index * 3),
    failed: Math.min(total, index * 2),
  }));

const rowAt = (index: number, owners: readonly string[]): HistoryRow => {
  const state = states[index % states.length] ?? 'done';
  const isMade = state !== 'skipped';
  return {
    jobId: `job-${index}`,
    batchId: 'batch-0',
    position: index,
    objectKey: `deliveries/2026-11/Nordlys Ep 0${index % 8}/Nordlys_S01E0${index % 8}_take_${1_000 + index}.mov`,
    name: `Nordlys_S01E0${index % 8}_take_${1_000 + index}`,
    sizeBytes: 4_200_000_000 + index * 13_000_000,
    state,
    copyPercent: 100,
    ingestPercent: 100,
    etaSeconds: null,
    videoId: isMade ? '7f3d9a52-c1e8-4b60-9d2e-0a1b2c3d4e5f' : null,
    error: null,
    attempt: 1,
    changedAtMs: NOW_MS,
    connectionId: ownerOf(index, owners),
    environmentId: 'production',
    bucket: 'nordlys-camera-masters',
    locationName: 'Camera masters',
    projectName: 'Nordlys season 1',
    queuedAtMs: NOW_MS - index * 1_000,
    isListed: index % 3 === 0,
  };
};

/** What was ever imported: nothing while the queue is empty and has always been. */
export function createFakeHistory({ scenario }: FakeContext): FakeHandlers<'history'> {
  const isEmpty = scenario.queue === 'empty';
  const connected = fakeConnections(scenario);
  const accounts: HistoryAccount[] = connected.map(({ connectionId, environment, account }, index) => ({
    connectionId,
    environment,
    account,
    isRemoved: index > 0 && index === connected.length - 2,
    error: index > 0 && scenario.history === 'unread' && index === 1 ? broken : null,
  }));
  const owners = accounts.flatMap(({ connectionId, error }) => (error === null ? [connectionId] : []));
  return {
    'history.imports': ({ from, count, search, connectionId }) => {
      const total = search.includes('nothing') ? 0 : 54_517;
      const asked = connectionId === null ? owners : [connectionId];
      const length = Math.max(0, Math.min(count, total - from));
      return { rows: Array.from({ length }, (_, index) => rowAt(from + index, asked)), total };
    },
    'history.batches': () => ({ accounts, batches: isEmpty ? [] : batchesOf(owners) }),
    'history.export': ({ format }) => ({ savedAs: `/home/ingrid/Downloads/history.${format}`, rows: 54_517 }),
    'history.forgettable': ({ changedBeforeMs }) => ({ affected: changedBeforeMs > NOW_MS ? 49_747 : 31 }),
    'history.forget': () => ({ affected: 31 }),
  };
}
