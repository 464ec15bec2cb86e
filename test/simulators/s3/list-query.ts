import { invalidArgument, S3Error } from './s3-error.ts';
import type { WireRequest } from './wire-request.ts';

/** The parameters of one listing request, checked. */
export interface ListQuery {
  /** ListObjects, which old tools still use, or ListObjectsV2. */
  readonly version: 1 | 2;
  readonly prefix: string;
  /** Empty: no grouping. */
  readonly delimiter: string;
  /** 0 to 1,000. */
  readonly maxKeys: number;
  /** In version 1 the marker. */
  readonly startAfter: string;
  /** The key that the next page begins with, from the token; null on a first page. */
  readonly resumeAt: string | null;
  /** The token as it came, to be repeated in the answer. */
  readonly token: string | null;
  readonly urlEncoded: boolean;
  readonly withRestoreStatus: boolean;
}

/** Most rows in a page, whatever was asked for (S3 API reference, ListObjectsV2, `max-keys`). */
const MAX_KEYS = 1_000;

/** Marks our own tokens, so that keys or other servers' tokens sent as one are refused as S3 refuses them. */
const TOKEN_PREFIX = 'v1.';

/** The token that makes a listing go on with `key`; opaque to clients. */
export function continuationToken(key: string): string {
  return `${TOKEN_PREFIX}${Buffer.from(key).toString('base64url')}`;
}

/** Reads the parameters of a listing, refusing what S3 refuses. */
export function readListQuery(request: WireRequest): ListQuery {
  const { query } = request;
  const version = query.get('list-type') === '2' ? 2 : 1;
  if (version === 1 && (query.get('delimiter') ?? '') !== '')
    throw new S3Error(501, 'NotImplemented', 'This simulator groups by a delimiter in ListObjectsV2 only');
  const encoding = query.get('encoding-type') ?? '';
  if (encoding !== '' && encoding !== 'url') {
    throw invalidArgument('Invalid Encoding Method specified in Request', 'encoding-type', encoding);
  }
  const token = version === 2 ? (query.get('continuation-token') ?? null) : null;
  return {
    version,
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: readMaxKeys(query.get('max-keys') ?? ''),
    startAfter: query.get(version === 2 ? 'start-after' : 'marker') ?? '',
    resumeAt: token === null ? null : readToken(token),
    token,
    urlEncoded: encoding === 'url',
    withRestoreStatus: (request.headers['x-amz-optional-object-attributes'] ?? '').includes('RestoreStatus'),
  };
}

function readMaxKeys(text: string): number {
  if (text === '') return MAX_KEYS;
  if (!/^\d{1,10}$/.test(text)) {
    throw invalidArgument('Provided max-keys not an integer or within integer range', 'max-keys', text);
  }
  return Math.min(MAX_KEYS, Number(text));
}

function readToken(token: string): string {
  const key = token.startsWith(TOKEN_PREFIX)
    ? Buffer.from(token.slice(TOKEN_PREFIX.length), 'base64url').toString()
    : '';
  if (key === '' || continuationToken(key) !== token) {
    throw invalidArgument('The continuation token provided is incorrect', 'continuation-token', token);
  }
  return key;
}
