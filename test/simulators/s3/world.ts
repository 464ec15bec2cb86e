import type { Bucket } from './bucket.ts';
import type { Faults } from './faults.ts';
import type { S3User } from './policy.ts';
import type { RequestLog } from './request-log.ts';

/** All that a running server knows; the control object changes it while it serves. */
export interface World {
  readonly region: string;
  readonly buckets: Map<string, Bucket>;
  /** By access key id. */
  readonly users: Map<string, S3User>;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly now: () => number;
  readonly random: () => number;
}
