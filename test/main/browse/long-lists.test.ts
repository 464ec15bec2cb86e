import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortByNumber } from '../../../src/main/browse/bucket-sort.ts';
import { withSortMemory } from '../../../src/main/browse/sort-memory.ts';
import { finder } from '../../../src/main/browse/find-bytes.ts';

const noPause = (): undefined => undefined;

it('finds the first place of a text in any case that lies within a range', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '_', 'é', '.'), maxLength: 400 });
  const needles = fc.string({ unit: fc.constantFrom('a', 'b', '_', '.'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(letters, needles, fc.nat(420), fc.nat(420), (text, needle, one, other) => {
      const bytes = Buffer.from(text);
      const from = Math.min(one, other, bytes.length);
      const to = Math.min(Math.max(one, other), bytes.length);
      const at = bytes.subarray(from, to).toString('latin1').toLowerCase().indexOf(needle);
      expect(finder(Buffer.from(needle))(bytes, from, to)).toBe(at < 0 ? -1 : from + at);
    }),
    { numRuns: 2_000 },
  );
});

it('finds texts that are longer than its steps', () => {
  const needle = `${'x'.repeat(300)}y`;
  const bytes = Buffer.from(`${'x'.repeat(1_000)}Y${'x'.repeat(10)}`);
  expect(finder(Buffer.from(needle))(bytes, 0, bytes.length)).toBe(700);
});

it('sorts whole numbers of any size, up or down, and keeps the order of equals', async () => {
  const number = fc.oneof(
    fc.nat({ max: 3 }),
    fc.nat(),
    fc.integer({ min: 0, max: 2 ** 52 - 1 }),
    fc.constantFrom(0, 2 ** 26 - 1, 2 ** 26, 2 ** 39, 2 ** 52 - 1),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(number, { maxLength: 2_000, size: 'max' }),
      fc.boolean(),
      async (values, descending) => {
        const ids = Uint32Array.from(values, (_, at) => values.length - 1 - at);
        const sorted = ids.slice();
        await withSortMemory(ids.length, (memory) => {
          for (const [at, id] of ids.entries()) memory.values[at] = values[id] ?? 0;
          return sortByNumber(sorted, memory, descending, noPause);
        });
        const sign = descending ? -1 : 1;
        expect([...sorted]).toEqual(
          [...ids].toSorted((left, right) => sign * ((values[left] ?? 0) - (values[right] ?? 0))),
        );
      },
    ),
    { numRuns: 500 },
  );
});

it('gives two sorts at the same time memory of their own, and one after the other the same', async () => {
  const first = await withSortMemory(100, (mine) =>
    withSortMemory(50, async (other) => {
      expect(other.values.buffer).not.toBe(mine.values.buffer);
      return mine.values.buffer;
    }),
  );
  await withSortMemory(60, async ({ values, spareIds, spareValues }) => {
    expect([values.length, spareIds.length, spareValues.length]).toEqual([60, 60, 60]);
    expect(values.buffer).toBe(first);
  });
});
