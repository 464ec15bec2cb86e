import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionChange } from '../../../src/shared/browse.ts';
import { GB } from '../../../src/shared/units.ts';
import { ListingView } from '../../../src/main/browse/listing-view.ts';
import { Selection } from '../../../src/main/browse/selection.ts';
import { viewOf } from './browse-rig.ts';
import { filledStore, modelObjects } from './filled-store.ts';

const noPause = (): undefined => undefined;
const row = fc.record({ index: fc.nat({ max: 70 }), id: fc.constant(null) });
const edge = fc.oneof(fc.nat({ max: 12 }), fc.constant(Number.MAX_SAFE_INTEGER));
const change: fc.Arbitrary<SelectionChange> = fc.oneof(
  fc.record({ kind: fc.constant('only' as const), row }),
  fc.record({ kind: fc.constant('toggle' as const), row }),
  fc.record({ kind: fc.constant('range' as const), from: row, to: row, additive: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('all-matching' as const, 'invert-matching' as const) }),
  fc.record({ kind: fc.constant('none' as const) }),
  fc.record({
    kind: fc.constant('marquee' as const),
    drag: fc.nat({ max: 2 }),
    additive: fc.boolean(),
    block: fc.option(
      fc.record({
        columns: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(Number.MAX_SAFE_INTEGER)),
        fromLine: edge,
        toLine: edge,
        fromColumn: edge,
        toColumn: edge,
      }),
    ),
  }),
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
  beforeDrag: ReadonlySet<string>,
): Set<string> {
  switch (given.kind) {
    case 'only':
      return new Set(view.slice(given.row.index, given.row.index + 1));
    case 'toggle': {
      const key = view[given.row.index];
      if (key === undefined) return new Set(before);
      return before.has(key)
        ? new Set([...before].filter((other) => other !== key))
        : new Set([...before, key]);
    }
    case 'range': {
      const [from, to] = [given.from.index, given.to.index].toSorted((a, b) => a - b);
      return new Set([...(given.additive ? before : []), ...view.slice(from, (to ?? 0) + 1)]);
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
    case 'marquee': {
      const { block, additive } = given;
      if (block === null) return new Set(beforeDrag);
      const touched = view.filter((_, at) => {
        const [line, column] = [Math.floor(at / block.columns), at % block.columns];
        return (
          line >= block.fromLine &&
          line < block.toLine &&
          column >= block.fromColumn &&
          column < block.toColumn
        );
      });
      return new Set([...(additive ? beforeDrag : []), ...touched]);
    }
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
                sizeBytes > 0 && sizeBytes <= 500 * GB && storageClass !== 'GLACIER' && !key.endsWith('/'),
            )
            .map(({ key }) => key),
        );
        let model = new Set<string>();
        let drag = { number: -1, before: model };
        for (const { change: given, text, column } of steps) {
          const view = new ListingView(viewOf({ text }, { column, descending: false }), store, '');
          await view.match(noPause);
          const { ids } = await view.arrange(names, noPause);
          const shown = Array.from(ids, (id) => store.keyOf(id));
          selection.apply(given, ids);
          if (given.kind !== 'marquee') drag = { number: -1, before: model };
          else if (drag.number !== given.drag) drag = { number: given.drag, before: model };
          const next = naive(model, given, shown, drag.before);
          model = new Set([...next].filter((key) => pickable.has(key)));

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

  it('is un-selected again where a rectangle becomes smaller, and is as before when the drag is called off', () => {
    const sizes = Array.from({ length: 12 }, (_, at) => 2 ** at);
    const { store } = filledStore(
      sizes.map((sizeBytes, at) => ({
        key: `clip ${String(at).padStart(2, '0')}.mov`,
        sizeBytes,
        modifiedMs: 1_700_000_000_000,
        storageClass: 'STANDARD',
      })),
    );
    const view = Uint32Array.from(sizes, (_, id) => id);
    const selection = new Selection(store);
    const draw = (toLine: number, toColumn: number, additive = false): number => {
      const block = { columns: 4, fromLine: 0, toLine, fromColumn: 0, toColumn };
      selection.apply({ kind: 'marquee', drag: 1, additive, block }, view);
      return selection.bytes;
    };
    selection.apply({ kind: 'only', row: { index: 11, id: null } }, view);
    expect(draw(2, 2)).toBe(0b0000_0011_0011);
    expect(draw(1, 3)).toBe(0b0000_0000_0111);
    expect(draw(1, 3, true)).toBe(0b1000_0000_0111);
    // A page of a refreshed listing may come meanwhile, with what was selected before the refresh.
    selection.set(10, true);
    expect(draw(0, 0, true)).toBe(0b1100_0000_0000);
    expect(draw(0, 0)).toBe(0);
    selection.apply({ kind: 'marquee', drag: 1, additive: false, block: null }, view);
    expect([selection.count, selection.bytes]).toEqual([2, 0b1100_0000_0000]);
  });
});
