import type { ListQuery } from './list-query.ts';
import type { StoredObject } from './model.ts';
import type { ObjectStore } from './object-store.ts';
import { beforeKey, beforeNothing, throughKey, throughPrefix, type Before } from './utf8-order.ts';

/** One page of a listing: objects and folders each in order; both together count against `max-keys`. */
export interface ListPage {
  readonly objects: readonly StoredObject[];
  readonly folders: readonly string[];
  /** The key that the next page begins with; null when nothing is left. */
  readonly resumeAt: string | null;
}

/**
 * Where stores differ when `start-after` lies inside a folder that the delimiter rolls up: AWS still shows the folder,
 * Ceph takes it as seen and goes on behind it.
 */
export type StartAfterInFolder = 'shows-folder' | 'skips-folder';

/** Selects one page the way S3 does: keys in byte order, each folder once, stepped over instead of read. */
export function selectPage(
  store: ObjectStore,
  query: ListQuery,
  inFolder: StartAfterInFolder = 'shows-folder',
): ListPage {
  const objects: StoredObject[] = [];
  const folders: string[] = [];
  if (query.maxKeys === 0) return { objects, folders, resumeAt: null };
  let scan = store.scan(startOf(query, inFolder));
  for (;;) {
    const { value: object } = scan.next();
    if (object === undefined || !object.key.startsWith(query.prefix))
      return { objects, folders, resumeAt: null };
    if (objects.length + folders.length === query.maxKeys) return { objects, folders, resumeAt: object.key };
    const folder = folderOf(object.key, query);
    if (folder === null) {
      objects.push(object);
    } else {
      folders.push(folder);
      scan = store.scan(throughPrefix(folder));
    }
  }
}

/** The place a page begins at, as the token, `start-after` and the prefix together say. */
export function startOf(query: ListQuery, inFolder: StartAfterInFolder): Before {
  const atPrefix = beforeKey(query.prefix);
  const start = explicitStart(query, inFolder);
  return (key) => start(key) || atPrefix(key);
}

function explicitStart(query: ListQuery, inFolder: StartAfterInFolder): Before {
  if (query.resumeAt !== null) return beforeKey(query.resumeAt);
  if (query.startAfter === '') return beforeNothing;
  const folder = inFolder === 'skips-folder' ? folderOf(query.startAfter, query) : null;
  return folder === null ? throughKey(query.startAfter) : throughPrefix(folder);
}

/** The folder a key is rolled up into: up to and with the first delimiter behind the prefix. */
function folderOf(key: string, { prefix, delimiter }: ListQuery): string | null {
  if (delimiter === '' || !key.startsWith(prefix)) return null;
  const found = key.indexOf(delimiter, prefix.length);
  return found < 0 ? null : key.slice(0, found + delimiter.length);
}
