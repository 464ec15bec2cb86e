import type { BucketOptions } from './model.ts';
import { createObjectStore, listKeyspace, type ObjectStore } from './object-store.ts';
import { prebuildRows, type PrebuiltRows } from './prebuilt-rows.ts';

/** A bucket being served. */
export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly wrongRegion: 'redirect' | 'malformed';
  readonly store: ObjectStore;
  readonly prebuilt: PrebuiltRows | null;
}

/** Makes a bucket ready to serve. */
export function openBucket(options: BucketOptions, defaultRegion: string): Bucket {
  const keyspace = 'keyAt' in options.objects ? options.objects : listKeyspace(options.objects);
  return {
    name: options.name,
    region: options.region ?? defaultRegion,
    wrongRegion: options.wrongRegion ?? 'redirect',
    store: createObjectStore(keyspace),
    prebuilt: options.prebuiltPages === true ? prebuildRows(keyspace) : null,
  };
}
