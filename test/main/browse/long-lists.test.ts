import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowerCased } from '../../../src/main/browse/lower-case.ts';
import { sortByNumber } from '../../../src/main/browse/radix-sort.ts';

const noPause = (): undefined => undefined;

it('makes ASCII letters small and leaves every other byte, wherever a range begins in memory', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 70 }),
      fc.nat(7),
      fc.nat(7),
      fc.nat({ max: 70 }),
      fc.nat({ max: 70 }),
      (bytes, before, behind, from, to) => {
        // Memory that ends with its last byte, and memory that goes on.
        const memory = new Uint8Array(before + bytes.length + behind);
        memory.set(bytes, before);
        const part = memory.subarray(before, before + bytes.length);
        const [start, end] = [Math.min(from, bytes.length), Math.min(to, bytes.length)];
        const expected = Array.from(bytes.slice(start, end), (byte) =>
          byte >= 65 && byte <= 90 ? byte + 32 : byte,
        );
        expect([...lowerCased(part, start, end)]).toEqual(expected);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('sorts whole numbers of any size, up or down, and keeps the order of equals', async () => {
  const number = fc.oneof(
    fc.nat({ max: 3 }),
    fc.nat(),
    fc.integer({ min: 0, max: 2 ** 52 - 1 }),
    fc.constantFrom(0, 2 ** 26 - 1, 2 ** 26, 2 ** 39, 2 ** 52 - 1),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(number, { maxLength: 300 }), fc.boolean(), async (values, descending) => {
      const ids = Uint32Array.from(values, (_, at) => values.length - 1 - at);
      const sorted = await sortByNumber(
        ids,
        Float64Array.from(ids, (id) => values[id] ?? 0),
        descending,
        noPause,
      );
      const sign = descending ? -1 : 1;
      expect([...sorted]).toEqual(
        [...ids].toSorted((left, right) => sign * ((values[left] ?? 0) - (values[right] ?? 0))),
      );
    }),
    { numRuns: 500 },
  );
});
