import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOfSize, sizeAsTyped } from '../../../src/renderer/views/browser/size-text.ts';

it.each([
  ['500', 500_000_000],
  ['0.001', 1_000],
  ['1,5 TB', 1_500_000_000_000],
  ['100gb', 100_000_000_000],
  [' 2 k ', 2_000],
  ['.5 MB', 500_000],
  ['1.', 1_000_000],
  ['0', 0],
  ['12 B', 12],
  ['', null],
  ['-1', undefined],
  ['big', undefined],
  ['1 PB', undefined],
  ['1.2.3', undefined],
])('reads %j as a size', (typed, bytes) => {
  expect(bytesOfSize(typed)).toBe(bytes);
});

it('writes a size as it can be read again', () => {
  expect([1_500_000_000, 999, 498_000_000_000, 0, null].map(sizeAsTyped)).toEqual([
    '1.5 GB',
    '999 B',
    '498 GB',
    '0 MB',
    '',
  ]);
  fc.assert(fc.property(fc.nat({ max: 2 ** 45 }), (bytes) => bytesOfSize(sizeAsTyped(bytes)) === bytes));
});
