import { AppFailure } from '../../../src/shared/errors.ts';
import type { ManifestLine, ManifestState } from '../../../src/shared/manifests.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

const ROWS = 10_000;
const lists = { missing: 173, duplicate: 12, 'other-bucket': 3, unreadable: 2 } as const;

/** A manifest whose name says what becomes of it: `slow` is looked for without end, `failing` fails, `clean` is whole. */
export function createFakeManifests({ emit }: FakeContext): FakeHandlers<'manifests'> {
  let state: ManifestState | null = null;
  const current = (): ManifestState => {
    if (state === null) throw new AppFailure({ code: 'not-found', message: 'No manifest is open' });
    return state;
  };
  const become = (change: Partial<ManifestState>): ManifestState => (state = { ...current(), ...change });
  const line = (list: ManifestLine['reason'] | keyof typeof lists, index: number): ManifestLine => ({
    line: 40 + index * 7,
    text:
      list === 'other-bucket'
        ? `s3://nordlys-archive-scans-eu-north-1/reels/${1_000 + index}.mov`
        : list === 'unreadable'
          ? ''
          : `deliveries/2026-11/Nordlys Ep 0${index % 8}/Nordlys_S01E0${index % 8}_take_${1_000 + index}.mov`,
    reason: list === 'unreadable' ? 'no-key' : null,
    firstLine: list === 'duplicate' ? 3 + index : null,
  });
  return {
    'manifests.read': ({ fileName }) => {
      const isClean = fileName.includes('clean');
      state = {
        manifestId: 'manifest-1',
        fileName,
        phase: 'read',
        rows: ROWS,
        buckets: [],
        locationId: null,
        keys: ROWS - 15,
        settled: 0,
        matched: 0,
        matchedBytes: 0,
        respelled: 0,
        lists: { missing: 0, duplicate: 0, 'other-bucket': 0, unreadable: isClean ? 0 : lists.unreadable },
        error: null,
      };
      return state;
    },
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
              matched: isClean ? ROWS : 9_812,
              matchedBytes: 41_350_000_000_000,
              respelled: isClean ? 0 : 31,
              ...(isClean ? {} : { lists }),
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
