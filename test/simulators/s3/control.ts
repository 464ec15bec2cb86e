import { openBucket } from './bucket.ts';
import { noFaults, type Faults } from './faults.ts';
import type { BucketOptions } from './model.ts';
import type { ObjectStore } from './object-store.ts';
import type { S3User } from './policy.ts';
import type { RequestLog } from './request-log.ts';
import type { World } from './world.ts';

/** The handle behind a running server: breaks it, watches it, changes it. */
export interface S3Control {
  /** Assign its fields; they hold from the next request on. */
  readonly faults: Faults;
  readonly clearFaults: () => void;
  readonly log: RequestLog;
  /** The objects of a bucket, to look at or to change without a request. */
  readonly objects: (bucket: string) => ObjectStore;
  /** Adds a bucket, or replaces the one of that name. */
  readonly setBucket: (bucket: BucketOptions) => void;
  readonly removeBucket: (name: string) => void;
  /** Adds a user, or replaces the one of that access key id: other permissions, another secret, expired. */
  readonly setUser: (user: S3User) => void;
  readonly removeUser: (accessKeyId: string) => void;
}

/** Makes the handle of a world. */
export function createControl(world: World): S3Control {
  return {
    faults: world.faults,
    clearFaults: () => {
      Object.assign(world.faults, noFaults());
    },
    log: world.log,
    objects(bucket) {
      const found = world.buckets.get(bucket);
      if (found === undefined) throw new Error(`There is no bucket ${bucket}`);
      return found.store;
    },
    setBucket: (bucket) => {
      world.buckets.set(bucket.name, openBucket(bucket, world.region));
    },
    removeBucket: (name) => {
      world.buckets.delete(name);
    },
    setUser: (user) => {
      world.users.set(user.accessKeyId, user);
    },
    removeUser: (accessKeyId) => {
      world.users.delete(accessKeyId);
    },
  };
}
