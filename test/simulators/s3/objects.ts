import { createHash } from 'node:crypto';
import { emptyAnswer, type Answer } from './answer.ts';
import { readRange } from './byte-range.ts';
import { bufferContent } from './content.ts';
import type { Restore, StoredObject } from './model.ts';
import type { ObjectStore } from './object-store.ts';
import { S3Error } from './s3-error.ts';
import type { WireRequest } from './wire-request.ts';

/** HeadObject: an object's facts; archived ones have them too. */
export function headObject(object: StoredObject, request: WireRequest): Answer {
  return notModified(object, request) ?? ranged(object, request, false);
}

/** GetObject: bytes, all or one range of them; refused for an archived object that is not restored. */
export function getObject(object: StoredObject, request: WireRequest): Answer {
  const { storageClass, restore } = object;
  if ((storageClass === 'GLACIER' || storageClass === 'DEEP_ARCHIVE') && restore?.inProgress !== false) {
    throw new S3Error(
      403,
      'InvalidObjectState',
      "The operation is not valid for the object's storage class",
      {
        elements: { StorageClass: storageClass },
      },
    );
  }
  return notModified(object, request) ?? ranged(object, request, true);
}

/** PutObject, so that a test can change what was listed a moment ago. */
export function putObject(store: ObjectStore, request: WireRequest, body: Uint8Array, nowMs: number): Answer {
  const hash = request.headers['x-amz-content-sha256'] ?? '';
  if (hash.startsWith('STREAMING-')) {
    throw new S3Error(
      501,
      'NotImplemented',
      'Put objects in one piece: this simulator reads no signed chunks',
    );
  }
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== createHash('sha256').update(body).digest('hex')) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    throw new S3Error(400, 'XAmzContentSHA256Mismatch', message);
  }
  const content = bufferContent(body);
  const contentType = request.headers['content-type'];
  store.put({
    key: request.key,
    content,
    modifiedMs: nowMs,
    ...(contentType === undefined ? {} : { contentType }),
  });
  return emptyAnswer(200, { etag: `"${content.etag}"` });
}

/** DeleteObject: succeeds also when there was nothing. */
export function deleteObject(store: ObjectStore, request: WireRequest): Answer {
  store.remove(request.key);
  return emptyAnswer(204);
}

function notModified(object: StoredObject, request: WireRequest): Answer | null {
  const etag = `"${object.content.etag}"`;
  const names = (header: string | undefined): boolean =>
    header === '*' || header === object.content.etag || (header?.split(/, */).includes(etag) ?? false);
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  if (ifMatch !== undefined && !names(ifMatch)) {
    const message = 'At least one of the pre-conditions you specified did not hold';
    throw new S3Error(412, 'PreconditionFailed', message, { elements: { Condition: 'If-Match' } });
  }
  return names(ifNoneMatch) ? emptyAnswer(304, { etag }) : null;
}

function ranged(object: StoredObject, request: WireRequest, withBody: boolean): Answer {
  const { content } = object;
  const range = readRange(request.headers['range'], content.sizeBytes);
  const { start, end } = range ?? { start: 0, end: content.sizeBytes };
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'content-type': object.contentType ?? 'binary/octet-stream',
    etag: `"${content.etag}"`,
    'last-modified': new Date(object.modifiedMs).toUTCString(),
  };
  if (range !== null) headers['content-range'] = `bytes ${start}-${end - 1}/${content.sizeBytes}`;
  const { storageClass = 'STANDARD', restore } = object;
  if (storageClass !== 'STANDARD') headers['x-amz-storage-class'] = storageClass;
  if (restore !== undefined) headers['x-amz-restore'] = restoreHeader(restore);
  return {
    status: range === null ? 200 : 206,
    headers,
    body: withBody ? content.read(start, end) : [],
    lengthBytes: end - start,
  };
}

function restoreHeader(restore: Restore): string {
  if (restore.inProgress) return 'ongoing-request="true"';
  return `ongoing-request="false", expiry-date="${new Date(restore.expiresMs).toUTCString()}"`;
}
