import { admit } from './admission.ts';
import type { Answer } from './answer.ts';
import { getBucketLocation, headBucket, listBuckets } from './bucket-operations.ts';
import type { Bucket } from './bucket.ts';
import { listObjects } from './list-objects.ts';
import type { StoredObject } from './model.ts';
import { deleteObject, getObject, headObject, putObject } from './objects.ts';
import { isAllowed, requirePermission, type S3User } from './policy.ts';
import type { Operation } from './request-log.ts';
import { accessDenied, S3Error } from './s3-error.ts';
import type { WireRequest } from './wire-request.ts';
import type { World } from './world.ts';

/** Sub-resources of objects that would change what a request means; not simulated, so never mistaken for the object. */
const OTHER_OBJECT_RESOURCES = [
  'acl',
  'attributes',
  'partNumber',
  'restore',
  'retention',
  'tagging',
  'uploadId',
  'uploads',
  'versionId',
];

/** Names the operation a request asks for; refuses those the simulator does not know. */
export function operationOf({ method, bucket, key, query }: WireRequest): Operation {
  if (bucket === '' && method === 'GET') return 'ListBuckets';
  if (bucket !== '' && key === '') {
    if (method === 'HEAD') return 'HeadBucket';
    if (method === 'GET') return query.has('location') ? 'GetBucketLocation' : 'ListObjectsV2';
  }
  if (key !== '' && !OTHER_OBJECT_RESOURCES.some((name) => query.has(name))) {
    if (method === 'HEAD') return 'HeadObject';
    if (method === 'GET') return 'GetObject';
    if (method === 'PUT') return 'PutObject';
    if (method === 'DELETE') return 'DeleteObject';
  }
  throw new S3Error(
    501,
    'NotImplemented',
    'A header or query you provided implies functionality that is not implemented.',
  );
}

/** Carries out one operation: admission, permission, answer. */
export function perform(world: World, request: WireRequest, operation: Operation, body: Uint8Array): Answer {
  const { user, bucket } = admit(world, request, operation);
  if (bucket === null) {
    requirePermission(user, 's3:ListAllMyBuckets', '', '');
    return listBuckets(world.buckets.values());
  }
  const require = requirePermission.bind(null, user);
  switch (operation) {
    case 'HeadBucket':
      if (!isAllowed(user, 's3:ListBucket', bucket.name, '')) {
        throw accessDenied('Access Denied', { 'x-amz-bucket-region': bucket.region });
      }
      return headBucket(bucket);
    case 'GetBucketLocation':
      require('s3:GetBucketLocation', bucket.name, '');
      return getBucketLocation(bucket);
    case 'ListObjectsV2':
      require('s3:ListBucket', bucket.name, request.query.get('prefix') ?? '');
      return listObjects(bucket, request, world.faults);
    case 'HeadObject':
      return headObject(findObject(user, bucket, request.key), request);
    case 'GetObject':
      return getObject(findObject(user, bucket, request.key), request);
    case 'PutObject':
      require('s3:PutObject', bucket.name, request.key);
      return putObject(bucket.store, request, body, world.now());
    case 'DeleteObject':
      require('s3:DeleteObject', bucket.name, request.key);
      return deleteObject(bucket.store, request);
    default:
      throw new S3Error(500, 'InternalError', `No rule for ${operation} of a bucket`);
  }
}

/** Finds what a user may read; who may not list a bucket is not told that an object is missing, as with S3. */
function findObject(user: S3User, bucket: Bucket, key: string): StoredObject {
  requirePermission(user, 's3:GetObject', bucket.name, key);
  const object = bucket.store.find(key);
  if (object !== null) return object;
  if (!isAllowed(user, 's3:ListBucket', bucket.name, key)) throw accessDenied();
  throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', { elements: { Key: key } });
}
