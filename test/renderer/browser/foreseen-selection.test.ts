import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedRow } from '../../../src/main/browse/listing-rows.ts';
import { Selection } from '../../../src/main/browse/selection.ts';
import { isSelectedAfter, type ForeseeableChange } from '../../../src/renderer/store/foreseen-selection.ts';
import { RowWindows } from '../../../src/renderer/store/row-windows.ts';
import type { BrowseRow } from '../../../src/shared/browse.ts';
import { filledStore, modelObjects } from '../../main/browse/filled-store.ts';
import { scriptedClient } from '../scripted-client.ts';

const place = fc.record({ index: fc.nat({ max: 70 }), id: fc.constant(null) });
const change: fc.Arbitrary<ForeseeableChange> = fc.oneof(
  fc.record({ kind: fc.constant('only' as const), row: place }),
  fc.record({ kind: fc.constant('toggle' as const), row: place }),
  fc.record({ kind: fc.constant('range' as const), from: place, to: place, additive: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('all-matching' as const, 'invert-matching' as const, 'none' as const) }),
);

const row = (key: string, selected: boolean): BrowseRow => ({
  id: 0,
  kind: 'object',
  key,
  sizeBytes: 1,
  modifiedMs: 0,
  storageClass: 'STANDARD',
  etag: '',
  notPickable: null,
  selected,
  badge: 'none',
  imported: null,
});

describe('a selection', () => {
  it('is foreseen as main will make it, whatever is selected, archived, empty or a folder', () => {
    fc.assert(
      fc.property(modelObjects, fc.array(change, { maxLength: 8 }), (objects, changes) => {
        const { store } = filledStore(objects, ['folder-a/', 'folder-b/']);
        const selection = new Selection(store);
        const view = Uint32Array.from({ length: store.count }, (_, at) => at);
        const rows = Array.from(view, (id): BrowseRow => ({
          ...listedRow(store, id, false),
          badge: 'none',
          imported: null,
        }));
        for (const one of changes) {
          selection.apply(one, view);
          rows.forEach((each, at) => (rows[at] = { ...each, selected: isSelectedAfter(one, each, at) }));
          expect(rows.map(({ selected }) => selected)).toEqual(
            Array.from(view, (id) => selection.ids.has(id)),
          );
        }
      }),
    );
  });

  it('is on screen before main has answered, and rows that were asked for earlier do not undo it', async () => {
    const answers: ((selected: boolean) => void)[] = [];
    const client = scriptedClient({
      'browse.rows': () =>
        new Promise((resolve) => {
          answers.push((selected) =>
            resolve({ revision: 1, rows: [row('a', selected), row('b', selected)] }),
          );
        }),
    });
    const windows = new RowWindows(client, 'listing', () => undefined);
    windows.show(0, 2, 1);
    answers.shift()?.(false);
    await expect.poll(() => windows.row(0)?.selected).toBe(false);

    windows.show(0, 2, 2);
    windows.foresee({ kind: 'all-matching' });
    expect(windows.row(1)?.selected).toBe(true);
    // These left main before it knew of the change.
    answers.shift()?.(false);
    await expect.poll(() => answers.length).toBe(1);
    expect(windows.row(1)?.selected).toBe(true);
    answers.shift()?.(true);
    await Promise.resolve();
    expect(windows.row(1)?.selected).toBe(true);
  });
});
