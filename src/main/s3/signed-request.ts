import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import type { Credentials } from './credentials.ts';
import type { BucketEndpoint } from './endpoint.ts';
import type { Sdk } from './sdk.ts';

/** One request to a bucket, before it is signed. */
export interface BucketRequest {
  readonly method: 'GET' | 'HEAD';
  /** Exact key; empty for requests to the bucket itself. */
  readonly key: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

type Signer = InstanceType<Sdk['SignatureV4']>;

/** What goes on the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'HEAD';
  readonly origin: URL;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const EMPTY_SHA256 = createHash('sha256').digest('hex');

/** Node's own SHA-256 in the shape that the signer asks for: native, and there without a further package. */
class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : bytesOf(secret));
  }
  update(data: string | Uint8Array): void {
    this.#hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }
}

function bytesOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Percent-encodes by RFC 3986, as signature version 4 wants it. */
export function rfc3986(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Signs a request; `nowMs` is the service's clock, not always ours. */
export type SignRequest = (
  endpoint: BucketEndpoint,
  credentials: Credentials,
  request: BucketRequest,
  nowMs: number,
) => Promise<WireRequest>;

/** Makes a {@link SignRequest} of the SDK's signer, of which one is kept for as long as region and credentials stay. */
export function requestSigner(sdk: Pick<Sdk, 'SignatureV4'>): SignRequest {
  let last: { readonly region: string; readonly credentials: Credentials; readonly signer: Signer } | null =
    null;
  return (endpoint, credentials, request, nowMs) => {
    const region = endpoint.signingRegion;
    if (last?.region !== region || last.credentials !== credentials) {
      const signer = new sdk.SignatureV4({
        service: 's3',
        region,
        credentials,
        sha256: Sha256,
        uriEscapePath: false,
        applyChecksum: true,
      });
      last = { region, credentials, signer };
    }
    return signWith(last.signer, endpoint, request, nowMs);
  };
}

async function signWith(
  signer: Signer,
  endpoint: BucketEndpoint,
  request: BucketRequest,
  nowMs: number,
): Promise<WireRequest> {
  // Keys are opaque: each segment is encoded by itself and never normalised, so `..` and `//` stay what they are.
  const keyPath = request.key === '' ? '' : `/${request.key.split('/').map(rfc3986).join('/')}`;
  const path = `${endpoint.basePath}${keyPath}` || '/';
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: endpoint.origin.protocol,
      hostname: endpoint.origin.hostname,
      path,
      query: { ...request.query },
      headers: { host: endpoint.origin.host, 'x-amz-content-sha256': EMPTY_SHA256, ...request.headers },
    },
    { signingDate: new Date(nowMs) },
  );
  const query = Object.entries(request.query).map(([name, value]) => `${rfc3986(name)}=${rfc3986(value)}`);
  return {
    method: request.method,
    origin: endpoint.origin,
    path: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: signed.headers,
  };
}
