import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { accessDenied, S3Error } from './s3-error.ts';
import type { WireRequest } from './wire-request.ts';

/** The parts of an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface Authorization {
  readonly accessKeyId: string;
  /** yyyymmdd. */
  readonly day: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
}

/** How far client and server clocks may differ, milliseconds: S3's 15 minutes. */
const MAX_SKEW_MS = 15 * 60 * 1_000;

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,]+)\/(\d{8})\/([^/,]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

/** Reads the header of a request, refusing what S3 refuses before it looks at any key. */
export function readAuthorization(request: WireRequest): Authorization {
  const header = request.headers['authorization'];
  if (header === undefined) {
    if (!request.query.has('X-Amz-Signature')) throw accessDenied();
    throw new S3Error(501, 'NotImplemented', 'Presigned addresses are not part of this simulator');
  }
  if (!header.startsWith('AWS4-HMAC-SHA256')) {
    const message =
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.';
    throw new S3Error(400, 'InvalidRequest', message);
  }
  const [, accessKeyId, day, region, signedHeaders, signature] = AUTHORIZATION.exec(header) ?? [];
  if (
    accessKeyId === undefined ||
    day === undefined ||
    region === undefined ||
    signedHeaders === undefined ||
    signature === undefined
  ) {
    throw new S3Error(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  }
  return { accessKeyId, day, region, signedHeaders: signedHeaders.split(';'), signature };
}

/** Refuses a request whose time is missing, of another day than its scope, or too far from ours. */
export function checkTime(request: WireRequest, authorization: Authorization, nowMs: number): void {
  const stamp = request.headers['x-amz-date'] ?? '';
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp) ?? [];
  const timeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(timeMs))
    throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  if (!stamp.startsWith(authorization.day)) {
    const message = `Invalid credential date "${authorization.day}". This date is not the same as X-Amz-Date: "${stamp.slice(0, 8)}".`;
    throw new S3Error(400, 'AuthorizationHeaderMalformed', message);
  }
  if (Math.abs(timeMs - nowMs) > MAX_SKEW_MS) {
    const message = 'The difference between the request time and the current time is too large.';
    throw new S3Error(403, 'RequestTimeTooSkewed', message, {
      elements: {
        RequestTime: stamp,
        ServerTime: new Date(nowMs).toISOString(),
        MaxAllowedSkewMilliseconds: MAX_SKEW_MS,
      },
    });
  }
}

/**
 * Refuses a request that was not signed with this secret. The refusal carries the key id, the string to sign and the
 * canonical request, as S3's does: a client that logs error bodies gives itself away.
 */
export function checkSignature(
  request: WireRequest,
  authorization: Authorization,
  secretAccessKey: string,
): void {
  const { accessKeyId, day, region, signedHeaders, signature } = authorization;
  for (const name of Object.keys(request.headers)) {
    if ((name === 'host' || name.startsWith('x-amz-')) && !signedHeaders.includes(name)) {
      throw accessDenied('There were headers present in the request which were not signed');
    }
  }
  const canonical = canonicalRequest(request, signedHeaders);
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    `${day}/${region}/s3/aws4_request`,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const expected = hmac(signingKey(secretAccessKey, day, region), stringToSign);
  if (timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return;
  const message =
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
  throw new S3Error(403, 'SignatureDoesNotMatch', message, {
    elements: {
      AWSAccessKeyId: accessKeyId,
      StringToSign: stringToSign,
      SignatureProvided: signature,
      CanonicalRequest: canonical,
    },
  });
}

function canonicalRequest(request: WireRequest, signedHeaders: readonly string[]): string {
  const query = [...request.query]
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  return [
    request.method,
    request.rawPath,
    query.join('&'),
    ...signedHeaders.map((name) => `${name}:${(request.headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders.join(';'),
    request.headers['x-amz-content-sha256'] ?? '',
  ].join('\n');
}

/** Derived keys by secret, day and region: deriving takes four hashes, and benchmarks send thousands of requests. */
const signingKeys = new Map<string, Buffer>();

function signingKey(secret: string, day: string, region: string): Buffer {
  const name = `${day}/${region}/${secret}`;
  const known = signingKeys.get(name);
  if (known !== undefined) return known;
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day));
  signingKeys.set(name, key);
  return key;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
