import fc from 'fast-check';
import { NameOrder } from '../../../src/main/browse/name-order.ts';
import { RowStore } from '../../../src/main/browse/row-store.ts';
import { ascends } from '../../../src/main/s3/key-range.ts';
import { PageColumns, restoreStates } from '../../../src/main/s3/page-columns.ts';

/** An object as a model in a test keeps it. */
export interface ModelObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly storageClass: string;
}

const word = fc.constantFrom(
  'a',
  'B',
  'clip',
  'CLIP',
  'é',
  'e\u0301',
  'x.mov',
  'y.MP4',
  'z.txt',
  ' ',
  '日本',
);

/** Objects with keys that differ, in S3's order. */
export const modelObjects: fc.Arbitrary<ModelObject[]> = fc
  .uniqueArray(
    fc.record({
      key: fc
        .array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: fc.constant('/') }), {
          minLength: 1,
          maxLength: 6,
        })
        .map((parts) => parts.join('')),
      sizeBytes: fc.constantFrom(0, 1, 5, 5, 1_000, 2 ** 31, 2 ** 32 + 1, 2 ** 45),
      modifiedMs: fc.integer({ min: 1, max: 50 }).map((day) => 1_700_000_000_000 + day * 86_400_000),
      storageClass: fc.constantFrom('STANDARD', 'STANDARD_IA', 'GLACIER'),
    }),
    { selector: ({ key }) => key, maxLength: 60 },
  )
  .map((objects) => objects.toSorted((left, right) => Buffer.from(left.key).compare(Buffer.from(right.key))));

/** A store with these objects and folders, as the first page of a listing would have filled it. */
export function filledStore(objects: readonly ModelObject[], folders: readonly string[] = []) {
  const store = new RowStore();
  const names = new NameOrder(store);
  const page = new PageColumns();
  for (const { key, sizeBytes, modifiedMs, storageClass } of objects) {
    page.reserve(1);
    const row = page.count;
    page.putKey(row, key);
    page.sizes[row] = sizeBytes;
    page.modified[row] = modifiedMs;
    page.classes[row] = page.classIndex(storageClass);
    page.restores[row] = restoreStates.none;
    page.setEtag(row, '');
    page.count += 1;
  }
  if (page.count > 0) names.append(0, store.append(page, 0, page.count), page.count, ascends(page));
  if (folders.length > 0) names.append(0, store.appendFolders(folders), folders.length);
  return { store, names };
}
