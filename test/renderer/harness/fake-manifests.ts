import { AppFailure } from '../../../src/shared/errors.ts';
import type { ManifestLine, ManifestState } from '../../../src/shared/manifests.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

const ROWS = 10_000;
const lists = { matched: 9_810, missing: 173, duplicate: 12, 'other-bucket': 3, unreadable: 2 } as const;

const noLists = { matched: 0, missing: 0, duplicate: 0, 'other-bucket': 0, unreadable: 0 } as const;
const none: ManifestState = {
  manifestId: 'manifest-1',
  fileName: '',
  phase: 'read',
  rows: 0,
  buckets: [],
  projects: [],
  locationId: null,
  keys: 0,
  settled: 0,
  matchedBytes: 0,
  respelled: 0,
  lists: noLists,
  error: null,
};

/** A manifest whose name says what becomes of it: `slow` is looked for without end, `failing` fails, `clean` is whole. */
export function createFakeManifests({ emit }: FakeContext): FakeHandlers<'manifests'> {
  let state: ManifestState | null = null;
  const current = (): ManifestState => {
    if (state === null) throw new AppFailure({ code: 'not-found', message: 'No manifest is open' });
    return state;
  };
  const become = (change: Partial<ManifestState>): ManifestState =>
    (state = { ...(state ?? none), ...change });
  const line = (list: keyof typeof lists, index: number): ManifestLine => ({
    line: 40 + index * 7,
    text:
      list === 'other-bucket'
        ? `s3://nordlys-archive-scans-eu-north-1/reels/${1_000 + index}.mov`
        : list === 'unreadable'
          ? ''
          : `deliveries/2026-11/Nordlys Ep 0${index % 8}/Nordlys_S01E0${index % 8}_take_${1_000 + index}.mov`,
    reason: list === 'unreadable' ? 'no-key' : null,
    firstLine: list === 'duplicate' ? 3 + index : null,
    foundKey:
      list === 'matched' && index < 31 ? `deliveries/2026-11/Nordlys Ep 0${index % 8}/Ép ${index}.mov` : null,
  });
  const read = (fileName: string): ManifestState => {
    const isClean = fileName.includes('clean');
    const isEmpty = fileName.includes('empty');
    return become({
      manifestId: 'manifest-1',
      fileName,
      phase: 'read',
      rows: isEmpty ? 0 : ROWS,
      buckets: fileName.includes('unknown') ? [{ bucket: 'nordlys-old-rushes', rows: ROWS }] : [],
      projects: fileName.includes('projects') ? ['Nordlys season 1', 'Nordlys season 2'] : [],
      locationId: null,
      keys: ROWS - 15,
      settled: 0,
      matchedBytes: 0,
      respelled: 0,
      lists: { ...noLists, unreadable: isClean || isEmpty ? 0 : lists.unreadable },
      error: null,
    });
  };
  return {
    'manifests.read': ({ fileName }) => read(fileName),
    'manifests.open': () => read('delivery.csv'),
    'manifests.match': ({ locationId }) => {
      const { fileName } = current();
      const looking = become({ phase: 'looking', locationId, settled: 4_210, error: null });
      queueMicrotask(() => {
        if (fileName.includes('slow')) return;
        const isClean = fileName.includes('clean');
        const result: Partial<ManifestState> = fileName.includes('failing')
          ? {
              phase: 'failed',
              error: {
                code: 'forbidden',
                message: 'Access Denied',
                detail: { source: 's3', serviceCode: 'AccessDenied', missingAction: 's3:ListBucket' },
              },
            }
          : {
              phase: 'matched',
              settled: ROWS - 15,
              matchedBytes: 41_350_000_000_000,
              respelled: isClean ? 0 : 31,
              lists: isClean ? { ...noLists, matched: ROWS } : lists,
            };
        emit('manifests.changed', become(result));
      });
      return looking;
    },
    'manifests.stop': () => {
      const stopped = become({ phase: 'stopped' });
      emit('manifests.changed', stopped);
      return stopped;
    },
    'manifests.lines': ({ list, from, count }) =>
      Array.from({ length: Math.max(0, Math.min(count, lists[list] - from)) }, (_, index) =>
        line(list, from + index),
      ),
    'manifests.text': ({ list }) => ({
      text: Array.from({ length: lists[list] }, (_, index) => line(list, index).text).join('\n'),
    }),
    'manifests.close': () => {
      state = null;
      return null;
    },
  };
}
