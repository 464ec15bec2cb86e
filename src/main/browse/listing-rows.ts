import type { SelectedObject } from '../imports/selected-object.ts';
import type { ListedRow } from './listing-protocol.ts';
import type { Pause } from './pause.ts';
import type { RowStore } from './row-store.ts';

/** A row as the browser shows it. */
export function listedRow(store: RowStore, id: number, selected: boolean): ListedRow {
  return {
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

const folded = (text: string): string => text.normalize('NFC').toLowerCase();
