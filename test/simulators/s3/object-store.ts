import type { StoredObject } from './model.ts';
import { beforeKey, compareUtf8, firstIndex, type Before } from './utf8-order.ts';

/** Objects in UTF-8 byte order by position: a list at hand, or a rule that makes the n-th object when it is asked for. */
export interface Keyspace {
  readonly length: number;
  readonly keyAt: (index: number) => string;
  readonly objectAt: (index: number) => StoredObject;
}

/** The objects of one bucket: an unchanging keyspace, and over it what has been put and deleted since. */
export interface ObjectStore {
  readonly base: Keyspace;
  /** True once something was put or deleted: pages built from the base alone are then out of date. */
  readonly edited: () => boolean;
  /** Objects in order, from the first that is not before the place. */
  readonly scan: (before: Before) => Generator<StoredObject, void>;
  readonly find: (key: string) => StoredObject | null;
  readonly put: (object: StoredObject) => void;
  readonly remove: (key: string) => void;
}

/** Puts a list of objects into byte order; two of one key are a mistake of whoever wrote the list. */
export function listKeyspace(objects: readonly StoredObject[]): Keyspace {
  const sorted = objects.toSorted((a, b) => compareUtf8(a.key, b.key));
  sorted.forEach((object, index) => {
    if (sorted[index + 1]?.key === object.key) throw new Error(`Two objects have the key ${object.key}`);
  });
  const objectAt = (index: number): StoredObject => at(sorted, index);
  return { length: sorted.length, objectAt, keyAt: (index) => objectAt(index).key };
}

/** Makes a keyspace changeable without copying it, so that a bucket of a million generated keys can still be written to. */
export function createObjectStore(base: Keyspace): ObjectStore {
  const edits: { readonly key: string; readonly object: StoredObject | null }[] = [];
  const editIndex = (before: Before): number =>
    firstIndex(edits.length, (index) => at(edits, index).key, before);
  const baseIndex = (before: Before): number => firstIndex(base.length, base.keyAt, before);

  const edit = (key: string, object: StoredObject | null): void => {
    const index = editIndex(beforeKey(key));
    edits.splice(index, edits[index]?.key === key ? 1 : 0, { key, object });
  };

  return {
    base,
    edited: () => edits.length > 0,
    *scan(before) {
      let next = baseIndex(before);
      let nextEdit = editIndex(before);
      for (;;) {
        const change = edits[nextEdit];
        const key = next < base.length ? base.keyAt(next) : null;
        if (change === undefined || (key !== null && compareUtf8(key, change.key) < 0)) {
          if (key === null) return;
          yield base.objectAt(next);
          next += 1;
        } else {
          if (key === change.key) next += 1;
          nextEdit += 1;
          if (change.object !== null) yield change.object;
        }
      }
    },
    find(key) {
      const change = edits[editIndex(beforeKey(key))];
      if (change?.key === key) return change.object;
      const index = baseIndex(beforeKey(key));
      return index < base.length && base.keyAt(index) === key ? base.objectAt(index) : null;
    },
    put: (object) => edit(object.key, object),
    remove: (key) => edit(key, null),
  };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`Expected an index below ${list.length}, got ${index}`);
  return item;
}
