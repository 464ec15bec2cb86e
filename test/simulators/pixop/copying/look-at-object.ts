import type { ObjectHead } from '../core/world.ts';
import { PixopError } from '../core/pixop-error.ts';
import type { S3Access, S3Reader } from './s3-reader.ts';

/** Looks at an object before an import is accepted, and says in Pixop's words why it cannot be imported. */
export async function lookAtObject(
  reader: S3Reader,
  access: S3Access,
  objectKey: string,
  signal: AbortSignal,
): Promise<ObjectHead & { readonly etag: string }> {
  const { headers, statusCode } = await head(reader, access, objectKey, signal);
  if (statusCode === 200) {
    return {
      sizeBytes: Number(headers['content-length']),
      contentType: headers['content-type'] ?? 'application/octet-stream',
      modifiedMs: Date.parse(headers['last-modified'] ?? ''),
      etag: headers.etag ?? '',
    };
  }
  const bucket = await head(reader, access, null, signal);
  if (bucket.statusCode === 404)
    throw new PixopError(404, 'BUCKET_NOT_FOUND', `The bucket ${access.bucket} does not exist`);
  if (statusCode === 404) throw new PixopError(404, 'KEY_NOT_FOUND', `The key ${objectKey} does not exist`);
  if (bucket.statusCode !== 200)
    throw new PixopError(400, 'HEAD_BUCKET_ERROR', `The bucket ${access.bucket} cannot be read`);
  throw new PixopError(400, 'HEAD_OBJECT_ERROR', `The object ${objectKey} cannot be read`);
}

async function head(reader: S3Reader, access: S3Access, key: string | null, signal: AbortSignal) {
  const answer = await reader.send(access, 'HEAD', key, null, signal);
  answer.resume();
  return answer;
}
