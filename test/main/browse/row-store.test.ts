import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowStore } from '../../../src/main/browse/row-store.ts';
import { ascends } from '../../../src/main/s3/key-range.ts';
import { parseListPage } from '../../../src/main/s3/list-page.ts';
import { PageColumns } from '../../../src/main/s3/page-columns.ts';
import { listXml } from '../s3/list-xml.ts';

/** Keys that begin alike, end alike and are each other's folders. */
const key = fc
  .array(fc.constantFrom('a', 'day', 'day-01', 'é', '&', '.mov', '/', '/'), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

describe('the rows of a listing', () => {
  it('keep every key as it was, in whatever order an imitation of S3 sends them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(key, { maxLength: 40 }), { maxLength: 4 }),
        fc.boolean(),
        (pages, sorted) => {
          const store = new RowStore();
          const page = new PageColumns();
          const sent = pages.map((keys) => (sorted ? keys.toSorted() : keys));
          for (const keys of sent) {
            parseListPage(listXml({ objects: keys.map((one) => ({ key: one })) }), page);
            ascends(page);
            store.append(page, 0, page.count);
          }
          const kept = Array.from({ length: store.count }, (_, id) => store.keyOf(id));
          expect(kept).toEqual(sent.flat());
          expect(kept.map((_, id) => store.nameOf(id).toString().slice(0, -1).includes('/'))).not.toContain(
            true,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
