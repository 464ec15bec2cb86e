import type { BrowseRow } from '../../../src/shared/browse.ts';
import { importBadges } from '../../../src/shared/browse.ts';
import { GB } from '../../../src/shared/units.ts';
import type { Scenario } from './scenarios.ts';

/** A row as it is listed, before a view or a selection is known. */
export type BucketRow = Omit<BrowseRow, 'selected' | 'id'>;

/** What a prefix of the scripted bucket holds; rows are made when they are asked for, since there may be a million. */
export interface FakePrefix {
  readonly count: number;
  readonly rowAt: (index: number) => BucketRow;
}

const START_MS = Date.UTC(2026, 9, 1, 8, 30);
const LARGE_COUNT = 1_000_000;

const object = (key: string, number: number, part: Partial<BucketRow> = {}): BucketRow => ({
  kind: 'object',
  key,
  sizeBytes: (1 + ((number * 7_919) % 4_000)) * (GB / 100) + number * 997,
  modifiedMs: START_MS + (number % 800) * 5_400_000,
  storageClass: 'STANDARD',
  etag: `"${number.toString(16).padStart(32, '0')}"`,
  notPickable: null,
  badge: 'none',
  imported: null,
  ...part,
});

const folder = (key: string, done: number, total: number, more = false): BucketRow => ({
  ...object(key, 0),
  kind: 'folder',
  sizeBytes: 0,
  modifiedMs: 0,
  storageClass: '',
  etag: '',
  imported: total === 0 ? null : { done, total, more },
});

const videos = (prefix: string): readonly BucketRow[] => {
  const clip = (number: number): BucketRow =>
    object(`${prefix}A00${1 + (number % 4)}_C${String(number).padStart(3, '0')}_1118R7.mov`, number, {
      badge: number % 3 === 0 ? (importBadges[(number / 3) % importBadges.length] ?? 'none') : 'none',
    });
  return [
    folder(`${prefix}2026-10 Reykjavik unit/`, 182, 240),
    folder(`${prefix}2026-11 Studio pick-ups/`, 61, 61),
    folder(`${prefix}Archive of the first season/`, 182, 4_960, true),
    folder(`${prefix}Archive of the pilots/`, 0, 5_000, true),
    folder(`${prefix}Grading references/`, 0, 0),
    ...Array.from({ length: 64 }, (_, number) => clip(number)),
    object(
      `${prefix}Day 12 – interview with the harbour master, second camera, take three, colour chart at the end.mxf`,
      70,
    ),
    object(`${prefix}camera-report.pdf`, 71),
    object(`${prefix}restored-from-tape.mxf`, 72, { storageClass: 'DEEP_ARCHIVE', notPickable: 'archived' }),
    object(`${prefix}lto-0042.mov`, 73, { storageClass: 'GLACIER', notPickable: 'restoring' }),
    object(`${prefix}upload-broke-off.mp4`, 74, { sizeBytes: 0, notPickable: 'zero-bytes' }),
  ];
};

const hostile = (prefix: string): readonly BucketRow[] =>
  hostileNames.map((name, number) => object(prefix + name, number));

/** A folder and a file of every name, of a storage class that is called the same. */
const named = (prefix: string, names: readonly string[]): readonly BucketRow[] => [
  ...names.map((name) => folder(`${prefix}${name.replaceAll('/', '')}/`, 0, 0)),
  ...names.map((name, number) => object(`${prefix}${name}.mov`, number, { storageClass: name })),
];

const hostileNames = [
  'invoice\u202Efdp.mov',
  'two\nlines.mp4',
  'nul\u0000byte.mxf',
  'zero\u200Bwidth\u200B.mov',
  ' leading and trailing .mp4 ',
  '<img src=x onerror=alert(1)>.mov',
  '../../etc/passwd.mov',
  'أرشيف التصوير الخارجي.mov',
  '夜の撮影、第二部、テイク三.mxf',
  '👩‍🎬 clap.mp4',
  `${'long'.repeat(240)}.mov`,
  'lone\uD800surrogate.mov',
];

const archived = (prefix: string): readonly BucketRow[] =>
  Array.from({ length: 40 }, (_, number) =>
    object(`${prefix}reel-${String(number).padStart(3, '0')}.mxf`, number, {
      storageClass: 'DEEP_ARCHIVE',
      notPickable: number % 5 === 0 ? 'restoring' : 'archived',
    }),
  );

const documents = (prefix: string): readonly BucketRow[] =>
  Array.from({ length: 9 }, (_, number) => object(`${prefix}report-${number + 1}.pdf`, number));

/** What stands below a prefix of the scenario's bucket. */
export function fakePrefix(
  { listing: kind, names }: Pick<Scenario, 'listing' | 'names'>,
  prefix: string,
): FakePrefix {
  if (kind === 'large') {
    const name = (index: number): string => `${prefix}roll-${String(index).padStart(7, '0')}.mov`;
    return { count: LARGE_COUNT, rowAt: (index) => object(name(index), index) };
  }
  const rows = names.length > 0 ? named(prefix, names) : rowsOf(kind, prefix);
  return { count: rows.length, rowAt: (index) => rows[index] ?? object(prefix, index) };
}

function rowsOf(kind: Exclude<Scenario['listing'], 'large'>, prefix: string): readonly BucketRow[] {
  switch (kind) {
    case 'empty':
    case 'forbidden':
      return [];
    case 'hostile':
      return hostile(prefix);
    case 'archived':
      return archived(prefix);
    case 'documents':
      return documents(prefix);
    case 'videos':
    case 'listing':
    case 'failing':
      return videos(prefix);
  }
}
