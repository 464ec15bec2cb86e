import type { Content } from './content.ts';
import type { Keyspace } from './object-store.ts';
import type { S3User } from './policy.ts';

/**
 * The storage classes S3 lists; the bytes of GLACIER and DEEP_ARCHIVE can be read only after they were restored. Stores
 * beside AWS have others.
 */
type StorageClass =
  | 'STANDARD'
  | 'STANDARD_IA'
  | 'ONEZONE_IA'
  | 'INTELLIGENT_TIERING'
  | 'GLACIER_IR'
  | 'GLACIER'
  | 'DEEP_ARCHIVE'
  | (string & {});

/** Where an archived object stands: being restored, or readable until its copy expires. */
export type Restore =
  { readonly inProgress: true } | { readonly inProgress: false; readonly expiresMs: number };

/** One object as the simulator knows it. */
export interface StoredObject {
  /** Well-formed UTF-16; at most 1,024 bytes of UTF-8. */
  readonly key: string;
  readonly content: Content;
  /** Epoch milliseconds; S3 keeps whole seconds. */
  readonly modifiedMs: number;
  /** Default STANDARD. */
  readonly storageClass?: StorageClass;
  readonly restore?: Restore;
  readonly contentType?: string;
}

/** One bucket of the simulator. */
export interface BucketOptions {
  readonly name: string;
  /** Default: the server's region. */
  readonly region?: string;
  readonly objects: readonly StoredObject[] | Keyspace;
  /**
   * What a request signed for another region gets: `redirect` is AWS's 301 PermanentRedirect, `malformed` its
   * 400 AuthorizationHeaderMalformed. Both name the right region. Default `redirect`.
   */
  readonly wrongRegion?: 'redirect' | 'malformed';
  /** Builds every row's XML at start, so that in benchmarks the client is the bottleneck; costs about 300 bytes a key. Default false. */
  readonly prebuiltPages?: boolean;
}

/** What to serve; everything has a default except what is in the buckets and who may read it. */
export interface S3ServerOptions {
  readonly buckets: readonly BucketOptions[];
  readonly users: readonly S3User[];
  /** Region of buckets that name none and of requests about no bucket. Default us-east-1. */
  readonly region?: string;
  /** Loopback port. Default 0: any free one. */
  readonly port?: number;
  /** Wall time, epoch milliseconds: judges clock skew and stamps objects that are put. Default: the machine's. */
  readonly now?: () => number;
  /** Between 0 and 1: decides which requests a rate of faults hits. Default Math.random. */
  readonly random?: () => number;
}
