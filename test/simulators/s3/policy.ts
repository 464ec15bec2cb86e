import { accessDenied, S3Error } from './s3-error.ts';
import type { WireRequest } from './wire-request.ts';

/** The permissions the simulator knows, in IAM's words; HeadBucket needs `s3:ListBucket`, HeadObject `s3:GetObject`. */
export type S3Action =
  | 's3:ListAllMyBuckets'
  | 's3:GetBucketLocation'
  | 's3:ListBucket'
  | 's3:GetObject'
  | 's3:PutObject'
  | 's3:DeleteObject';

/** One allowing statement of a user's policy. */
export interface Grant {
  readonly actions: readonly S3Action[];
  /** Default: every bucket. */
  readonly buckets?: readonly string[];
  /** Listing: the prefix asked for must begin with one of these; objects: the key must. Default: all of the bucket. */
  readonly prefixes?: readonly string[];
}

/** Who may sign requests, and what for. */
export interface S3User {
  readonly name: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** When set, requests must carry exactly this token, as those of temporary credentials do. */
  readonly sessionToken?: string;
  /** True once temporary credentials have run out. Default false. */
  readonly expired?: boolean;
  readonly grants: readonly Grant[];
}

/** What an operator's credentials need at least: see buckets, list them and read objects. */
export const readEverything: readonly Grant[] = [
  { actions: ['s3:ListAllMyBuckets', 's3:GetBucketLocation', 's3:ListBucket', 's3:GetObject'] },
];

/** For tests that change objects. */
export const readAndWriteEverything: readonly Grant[] = [
  ...readEverything,
  { actions: ['s3:PutObject', 's3:DeleteObject'] },
];

/** Says whether a user may do something; `path` is the key, or the prefix of a listing. */
export function isAllowed(user: S3User, action: S3Action, bucket: string, path: string): boolean {
  return user.grants.some(
    (grant) =>
      grant.actions.includes(action) &&
      (grant.buckets?.includes(bucket) ?? true) &&
      (grant.prefixes?.some((prefix) => path.startsWith(prefix)) ?? true),
  );
}

/** Refuses, in IAM's words, what a user may not do. */
export function requirePermission(user: S3User, action: S3Action, bucket: string, path: string): void {
  if (isAllowed(user, action, bucket, path)) return;
  const resource = bucket === '' ? '*' : `arn:aws:s3:::${bucket}`;
  throw accessDenied(
    `User: arn:aws:iam::123456789012:user/${user.name} is not authorized to perform: ${action} on resource: "${resource}" because no identity-based policy allows the ${action} action`,
  );
}

/** Refuses temporary credentials without their token, with another one, or after their time. */
export function checkSessionToken(user: S3User, request: WireRequest): void {
  const token = request.headers['x-amz-security-token'];
  if (token !== user.sessionToken) {
    if (token === undefined) throw unknownKey(user.accessKeyId);
    throw new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.', {
      elements: { 'Token-0': token },
    });
  }
  if (user.expired === true) {
    const elements = token === undefined ? {} : { 'Token-0': token };
    throw new S3Error(400, 'ExpiredToken', 'The provided token has expired.', { elements });
  }
}

/** The refusal of a key id nobody has; S3 also knows no key of temporary credentials that come without their token. */
export function unknownKey(accessKeyId: string): S3Error {
  const message = 'The AWS Access Key Id you provided does not exist in our records.';
  return new S3Error(403, 'InvalidAccessKeyId', message, { elements: { AWSAccessKeyId: accessKeyId } });
}
