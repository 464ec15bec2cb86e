import {
  archiveKeyspace,
  folderKeyspace,
  hugeFoldersKeyspace,
  tinyFoldersKeyspace,
  unevenKeyspace,
  uuidKeyspace,
} from '../../simulators/s3/generated-keys.ts';
import type { Keyspace } from '../../simulators/s3/object-store.ts';

/** A way in which people lay out a bucket; what helps to list one can harm with another. */
export interface BucketShape {
  readonly name: string;
  readonly make: (keys: number) => Keyspace;
}

/** The layouts that lanes are measured on. */
export const bucketShapes: readonly BucketShape[] = [
  { name: 'folders by year, project and day', make: archiveKeyspace },
  { name: 'no folders, names that are UUIDs', make: uuidKeyspace },
  { name: 'one folder of counted names', make: (keys) => folderKeyspace('one folder/', keys) },
  { name: 'few huge folders', make: hugeFoldersKeyspace },
  { name: 'many tiny folders', make: tinyFoldersKeyspace },
  { name: 'one huge folder, many tiny ones', make: unevenKeyspace },
];
