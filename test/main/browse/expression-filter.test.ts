import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachOf } from '../../../src/main/browse/expression-reach.ts';
import { ListingView } from '../../../src/main/browse/listing-view.ts';
import { viewOf } from './browse-rig.ts';
import { filledStore } from './filled-store.ts';

const noPause = (): undefined => undefined;

/** Pieces of expressions, those among them whose meaning hangs on what stands before and behind. */
const piece = fc.constantFrom(
  'a',
  'k',
  's',
  'ab',
  'A1',
  '\\d',
  '\\.',
  '.',
  '.*',
  '/',
  '\\/',
  '[^b]',
  '[a-z]',
  '[+-9]',
  '[+]',
  '[*?(]',
  '[^/]',
  '[.\\d]',
  '\\w+',
  '\\W',
  '\\s?',
  '^',
  '$',
  '\\b',
  '\\B',
  '(?=a)',
  '(?!b)',
  '(?<=/)',
  '(?<!a)',
  '(a|b)',
  '(?:ab)?',
  '(.)\\1',
  '\\u{6b}',
  '\\p{L}',
  '|',
  'x{0}',
  'ſ',
  '\u212a',
);
const expression = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
const part = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', '1', 'k', 'K', 's', '.', ' ', '\n', 'é', 'ſ', '\u212a', '😀'),
  minLength: 1,
  maxLength: 5,
});
const keys = fc
  .uniqueArray(
    fc.tuple(fc.array(part, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([parts, isMarker]) => {
      return parts.join('/') + (isMarker ? '/' : '');
    }),
    { maxLength: 20 },
  )
  .map((all) => all.toSorted((left, right) => Buffer.from(left).compare(Buffer.from(right))));

describe('an expression over a listing', () => {
  it('shows exactly the rows whose path it matches, however it is looked for', async () => {
    await fc.assert(
      fc.asyncProperty(expression, keys, async (source, given) => {
        let test: RegExp;
        try {
          test = new RegExp(source, 'iu');
        } catch {
          return;
        }
        const objects = given.map((key) => ({ key, sizeBytes: 1, modifiedMs: 1, storageClass: 'STANDARD' }));
        const { store, names } = filledStore(objects);
        const view = new ListingView(viewOf({ mode: 'regex', text: source }), store, '');
        await view.match(noPause);
        const { ids } = await view.arrange(names, noPause);
        expect(Array.from(ids, (id) => store.keyOf(id))).toEqual(
          given.filter((key) => test.test(key.endsWith('/') ? key.slice(0, -1) : key)),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['take [37]\\.mov$', { isWithinOneName: true, isDirect: true, literal: 'take ' }],
    ['_V\\d+', { isWithinOneName: true, isDirect: false, literal: '_v' }],
    ['reel.mov', { isWithinOneName: false, isDirect: true, literal: 'reel' }],
    ['^A001', { isWithinOneName: false, isDirect: true, literal: 'a001' }],
    ['[^/]+[.](mov|mxf)$', { isWithinOneName: true, isDirect: false, literal: '' }],
    ['[+]x', { isWithinOneName: true, isDirect: true, literal: 'x' }],
    ['day/clip', { isWithinOneName: false, isDirect: true, literal: 'clip' }],
    ['(one|two)', { isWithinOneName: true, isDirect: false, literal: '' }],
    ['one|two', { isWithinOneName: true, isDirect: false, literal: '' }],
    ['(?=.*a)b', { isWithinOneName: false, isDirect: false, literal: 'b' }],
    ['(', { isWithinOneName: false, isDirect: false, literal: '' }],
  ])('reads off %s how far it reaches', (source, reach) => {
    expect(reachOf(source)).toEqual(reach);
  });
});
