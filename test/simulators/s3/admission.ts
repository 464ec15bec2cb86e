import type { Bucket } from './bucket.ts';
import { checkSessionToken, unknownKey, type S3User } from './policy.ts';
import type { Operation } from './request-log.ts';
import { S3Error } from './s3-error.ts';
import { checkSignature, checkTime, readAuthorization } from './sigv4.ts';
import type { WireRequest } from './wire-request.ts';
import type { World } from './world.ts';

/** Whose request it is, and which bucket it is about (null for ListBuckets). */
export interface Admitted {
  readonly user: S3User;
  readonly bucket: Bucket | null;
}

/** Judges who sent a request and whether it came to the right place, in the order S3 does; permissions come later. */
export function admit(world: World, request: WireRequest, operation: Operation): Admitted {
  const authorization = readAuthorization(request);
  const user = world.users.get(authorization.accessKeyId);
  if (user === undefined) throw unknownKey(authorization.accessKeyId);
  checkTime(request, authorization, world.now());

  const bucket = world.buckets.get(request.bucket) ?? null;
  const regions = servedRegions(world, bucket, operation);
  const wrongRegion = !regions.has(authorization.region);
  if (wrongRegion && bucket?.wrongRegion !== 'redirect') {
    throw malformedRegion(authorization.region, bucket?.region ?? world.region);
  }
  checkSignature(request, authorization, user.secretAccessKey);
  checkSessionToken(user, request);
  if (request.bucket !== '' && bucket === null) {
    throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      elements: { BucketName: request.bucket },
    });
  }
  if (wrongRegion && bucket !== null) throw permanentRedirect(bucket);
  return { user, bucket };
}

/** Regions a request may be signed for: the bucket's; for its location also the server's own; without a bucket, any that is served. */
function servedRegions(world: World, bucket: Bucket | null, operation: Operation): ReadonlySet<string> {
  if (bucket === null)
    return new Set([world.region, ...[...world.buckets.values()].map(({ region }) => region)]);
  return new Set(operation === 'GetBucketLocation' ? [bucket.region, world.region] : [bucket.region]);
}

function malformedRegion(given: string, expected: string): S3Error {
  const message = `The authorization header is malformed; the region '${given}' is wrong; expecting '${expected}'`;
  return new S3Error(400, 'AuthorizationHeaderMalformed', message, {
    elements: { Region: expected },
    headers: { 'x-amz-bucket-region': expected },
  });
}

function permanentRedirect(bucket: Bucket): S3Error {
  const message =
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.';
  return new S3Error(301, 'PermanentRedirect', message, {
    elements: { Endpoint: `${bucket.name}.s3.${bucket.region}.amazonaws.com`, Bucket: bucket.name },
    headers: { 'x-amz-bucket-region': bucket.region },
  });
}
