import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { matrix } from '../harness/faults/matrix.ts';

it('names a test that exists, or a check by hand, for each of its 56 faults', () => {
  expect(matrix.map(({ number }) => number)).toEqual(Array.from({ length: 56 }, (_, index) => index + 1));
  expect(matrix.filter(({ tests, byHand }) => tests.length === 0 && byHand === undefined)).toEqual([]);
  const missing = matrix
    .flatMap(({ tests }) => tests)
    .filter(
      ([file, sentence]) => !readFileSync(join(import.meta.dirname, '..', file), 'utf8').includes(sentence),
    );
  expect(missing).toEqual([]);
});
