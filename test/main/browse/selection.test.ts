import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionChange } from '../../../src/shared/browse.ts';
import { ListingView } from '../../../src/main/browse/listing-view.ts';
import { Selection } from '../../../src/main/browse/selection.ts';
import { viewOf } from './browse-rig.ts';
import { filledStore, modelObjects } from './filled-store.ts';

const noPause = (): undefined => undefined;
const index = fc.nat({ max: 70 });
const change: fc.Arbitrary<SelectionChange> = fc.oneof(
  fc.record({ kind: fc.constant('only' as const), index }),
  fc.record({ kind: fc.constant('toggle' as const), index }),
  fc.record({ kind: fc.constant('range' as const), from: index, to: index, additive: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('all-matching' as const, 'invert-matching' as const) }),
  fc.record({ kind: fc.constant('none' as const) }),
);
const step = fc.record({
  change,
  text: fc.constantFrom('', '', 'a', 'clip', '.mov'),
  column: fc.constantFrom('name' as const, 'size' as const, 'modified' as const),
});

/** The same with sets of keys, as anybody would write it first. */
function naive(
  before: ReadonlySet<string>,
  { ...given }: SelectionChange,
  view: readonly string[],
): Set<string> {
  switch (given.kind) {
    case 'only':
      return new Set(view.slice(given.index, given.index + 1));
    case 'toggle': {
      const key = view[given.index];
      if (key === undefined) return new Set(before);
      return before.has(key)
        ? new Set([...before].filter((other) => other !== key))
        : new Set([...before, key]);
    }
    case 'range': {
      const [from, to] = [Math.min(given.from, given.to), Math.max(given.from, given.to)];
      return new Set([...(given.additive ? before : []), ...view.slice(from, to + 1)]);
    }
    case 'all-matching':
      return new Set([...before, ...view]);
    case 'invert-matching':
      return new Set([
        ...[...before].filter((key) => !view.includes(key)),
        ...view.filter((key) => !before.has(key)),
      ]);
    case 'none':
      return new Set();
  }
}

describe('a selection', () => {
  it('is what sets of keys would make of it, whatever is filtered and sorted in between', async () => {
    await fc.assert(
      fc.asyncProperty(modelObjects, fc.array(step, { maxLength: 12 }), async (objects, steps) => {
        const { store, names } = filledStore(objects, ['folder/', 'another/']);
        const selection = new Selection(store);
        const sizes = new Map(objects.map(({ key, sizeBytes }) => [key, sizeBytes]));
        const pickable = new Set(
          objects
            .filter(
              ({ key, sizeBytes, storageClass }) =>
                sizeBytes > 0 && storageClass !== 'GLACIER' && !key.endsWith('/'),
            )
            .map(({ key }) => key),
        );
        let model = new Set<string>();
        for (const { change: given, text, column } of steps) {
          const view = new ListingView(viewOf({ text }, { column, descending: false }), store, '');
          await view.match(noPause);
          const { ids } = await view.arrange(names, noPause);
          const shown = Array.from(ids, (id) => store.keyOf(id));
          selection.apply(given, ids);
          model = new Set([...naive(model, given, shown)].filter((key) => pickable.has(key)));

          const selected: string[] = [];
          selection.ids.forEach((id) => selected.push(store.keyOf(id)));
          expect(new Set(selected)).toEqual(model);
          expect(selection.count).toBe(model.size);
          expect(selection.bytes).toBe([...model].reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0));
          const hidden = [...model].filter((key) => !shown.includes(key));
          expect(selection.countOutside(view.shown)).toBe(hidden.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
