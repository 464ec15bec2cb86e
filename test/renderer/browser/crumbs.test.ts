import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crumbsOf, foldSteps } from '../../../src/renderer/views/browser/crumbs.ts';

const FOLD_PX = 40;
/** Widths of what is left of a path, folding sign included. */
const shownPx = (widths: readonly number[], { from, to }: ReturnType<typeof foldSteps>): number =>
  [...widths.slice(0, from), ...widths.slice(to)].reduce((sum, width) => sum + width, 0) +
  (to > from ? FOLD_PX : 0);

it('makes a step of every part of a prefix, also of one without a name', () => {
  expect(crumbsOf('a//b/').map(({ name, prefix }) => [name, prefix])).toEqual([
    ['a', 'a/'],
    ['/', 'a//'],
    ['b', 'a//b/'],
  ]);
});

describe('a path with less room than it needs', () => {
  const widths = [120, 100, 100, 100, 100];

  it('is whole as long as it fits', () => {
    expect(foldSteps(widths, 520)).toEqual({ from: 0, to: 0 });
    expect(foldSteps([300], 100)).toEqual({ from: 0, to: 0 });
  });

  it('folds the folders that are farthest from the one that is shown', () => {
    expect(foldSteps(widths, 519)).toEqual({ from: 1, to: 2 });
    expect(foldSteps(widths, 459)).toEqual({ from: 1, to: 3 });
    expect(foldSteps(widths, 260)).toEqual({ from: 1, to: 4 });
  });

  it('gives the room of the bucket away before the folder is cut, and at last the bucket itself', () => {
    expect(foldSteps(widths, 259)).toEqual({ from: 1, to: 4 });
    expect(foldSteps(widths, 203)).toEqual({ from: 0, to: 4 });
    expect(foldSteps([120, 100], 164)).toEqual({ from: 1, to: 1 });
    expect(foldSteps([120, 100], 163)).toEqual({ from: 0, to: 1 });
  });

  it('never takes more room than there is unless bucket and folder alone do, and always shows the folder', () => {
    const width = fc.integer({ min: 30, max: 400 });
    fc.assert(
      fc.property(fc.array(width, { minLength: 1, maxLength: 14 }), fc.nat(1_500), (steps, roomPx) => {
        const fold = foldSteps(steps, roomPx);
        expect(fold.to).toBeLessThan(steps.length);
        expect(fold.from).toBeLessThanOrEqual(Math.min(1, fold.to));
        if (fold.to < steps.length - 1) expect(shownPx(steps, fold)).toBeLessThanOrEqual(roomPx);
      }),
    );
  });
});
