import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

/** A request as it came on the wire, with what it means beside it. */
export interface WireRequest {
  readonly method: string;
  /** Exactly as received, still percent-encoded: this, not a tidied form of it, is what the client signed. */
  readonly rawPath: string;
  readonly query: ReadonlyMap<string, string>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty for a request about no bucket. */
  readonly bucket: string;
  /** Empty for a request about the bucket itself. */
  readonly key: string;
}

/** Host names that carry no bucket, whose path begins with it. */
const PATH_STYLE_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** What follows the bucket in a virtual-host style name. */
const VIRTUAL_HOST_SUFFIX = '.localhost';
/** Longest key, bytes of UTF-8 (Amazon S3 user guide, "Naming Amazon S3 objects"). */
const MAX_KEY_BYTES = 1_024;

/** Reads bucket, key and parameters out of a request, path style or virtual-host style. */
export function readRequest(message: IncomingMessage): WireRequest {
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  const headers = flatHeaders(message);
  const host = (headers['host'] ?? '').replace(/:\d+$/, '').toLowerCase();
  const path = decode(rawPath).slice(1);

  let bucket = '';
  let key = path;
  if (PATH_STYLE_HOSTS.has(host)) {
    const slash = path.indexOf('/');
    bucket = slash < 0 ? path : path.slice(0, slash);
    key = slash < 0 ? '' : path.slice(slash + 1);
  } else if (host.endsWith(VIRTUAL_HOST_SUFFIX)) {
    bucket = host.slice(0, -VIRTUAL_HOST_SUFFIX.length);
  } else {
    throw new S3Error(400, 'InvalidRequest', `This server is localhost or <bucket>.localhost, not ${host}`);
  }
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) {
    throw new S3Error(400, 'KeyTooLongError', 'Your key is too long', {
      elements: { Size: Buffer.byteLength(key), MaxSizeAllowed: MAX_KEY_BYTES },
    });
  }
  return {
    method: message.method ?? '',
    rawPath,
    query: mark < 0 ? new Map() : readQuery(target.slice(mark + 1)),
    headers,
    bucket,
    key,
  };
}

function readQuery(raw: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const pair of raw.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    query.set(
      decode(equals < 0 ? pair : pair.slice(0, equals)),
      equals < 0 ? '' : decode(pair.slice(equals + 1)),
    );
  }
  return query;
}

/** S3 reads a bare plus as a space in paths as well as in queries, so a client that forgets to encode one is found out. */
function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll('+', ' '));
  } catch (cause) {
    const error = new S3Error(400, 'InvalidURI', "Couldn't parse the specified URI.", {
      elements: { URI: encoded },
    });
    error.cause = cause;
    throw error;
  }
}

function flatHeaders(message: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(',');
  }
  return flat;
}
