import { MAX_CLASSES, storageClassSchema, type RowRef } from '../../shared/browse.ts';
import type { Output } from '../../shared/contract.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import type { Bits } from './bits.ts';
import type { ListedRow } from './listing-protocol.ts';
import type { Pause } from './pause.ts';
import type { RowStore } from './row-store.ts';
import { positionOf } from './selection.ts';

/** A row as the browser shows it. */
export function listedRow(store: RowStore, id: number, selected: boolean): ListedRow {
  return {
    id,
    kind: store.isFolder(id) ? 'folder' : 'object',
    key: store.keyOf(id),
    sizeBytes: store.sizeOf(id),
    modifiedMs: store.modifiedOf(id),
    storageClass: store.storageClassOf(id),
    etag: store.etagOf(id),
    notPickable: store.reasonOf(id),
    selected,
  };
}

/** A row as the batch sheet and the queue know it. */
export function objectOf(store: RowStore, id: number): SelectedObject {
  return {
    objectKey: store.keyOf(id),
    sizeBytes: store.sizeOf(id),
    modifiedMs: store.modifiedOf(id),
    etag: store.etagOf(id),
    storageClass: store.storageClassOf(id),
    notPickable: store.reasonOf(id),
  };
}

/** Position of the first row of a view, at or after `after`, whose name starts with a text in any case; -1 for none. */
export async function findByName(
  store: RowStore,
  view: Uint32Array,
  text: string,
  after: number,
  pause: Pause,
): Promise<number> {
  const wanted = folded(text);
  for (let at = after; at < view.length; at += 1) {
    if (folded(store.nameOf(view[at] ?? 0).toString('utf8')).startsWith(wanted)) return at;
    if (at % 256 === 0) await pause();
  }
  return -1;
}

/** The next object of a view before or behind a row, or the next one of a set; null at the end. */
export function stepBy(
  store: RowStore,
  view: Uint32Array,
  from: RowRef,
  by: 1 | -1,
  among: Bits | null,
): RowRef | null {
  // A row that has gone leaves its position behind.
  const position = positionOf(from, view);
  for (
    let index = (position < 0 ? from.index : position) + by;
    index >= 0 && index < view.length;
    index += by
  ) {
    const id = view[index] ?? 0;
    if (isStep(store, id, among)) return { index, id };
  }
  return null;
}

/** Where a row is among those that {@link stepBy} goes through, from 1, and how many they are. */
export function ordinalOf(
  store: RowStore,
  view: Uint32Array,
  rowId: number,
  among: Bits | null,
): Output<'browse.ordinal'> {
  let place: number | null = null;
  let count = 0;
  for (const id of view) {
    if (!isStep(store, id, among)) continue;
    count += 1;
    if (id === rowId) place = count;
  }
  return { place, count };
}

const isStep = (store: RowStore, id: number, among: Bits | null): boolean =>
  among === null ? !store.isFolder(id) : among.has(id);

const folded = (text: string): string => text.normalize('NFC').toLowerCase();

/** The storage classes of a listing that a filter can name; AWS's usual one is among them from the start. */
export const classesOf = ({ classNames }: RowStore): string[] =>
  classNames.filter((name) => storageClassSchema.safeParse(name).success).slice(0, MAX_CLASSES);
