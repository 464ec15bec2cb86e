import { expect, it } from 'vitest';
import { offeredClasses } from '../../../src/renderer/views/browser/filter-facts.ts';

it('offers a store’s own storage classes once and behind AWS’s, those that are chosen already included', () => {
  const offered = offeredClasses(['STANDARD', 'COLD_TAPE'], ['GLACIER', 'NEARLINE']);
  expect(offered[0]).toBe('STANDARD');
  expect(offered.slice(-2)).toEqual(['COLD_TAPE', 'NEARLINE']);
  expect(new Set(offered).size).toBe(offered.length);
});
