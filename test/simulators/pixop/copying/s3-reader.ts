import { createHash, createHmac } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';

/** How to reach a bucket: simulated buckets live on an endpoint of their own. */
export interface S3Access {
  /** `http://127.0.0.1:<port>`. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretAccessKey: string;
}

/** The digest that the signer asks for, made of Node's own. */
class Sha256 {
  readonly #hash;
  constructor(secret?: Parameters<typeof createHmac>[1] | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {
    throw new Error('A digest is used once');
  }
}

/** Reads one bucket as its location's keys allow, path-style, over connections that are kept. */
export class S3Reader {
  readonly #agent = new Agent({ keepAlive: true });
  /** Of each bucket, once S3 has named it. */
  readonly #regions = new Map<string, string>();

  /** Sends one signed request; signs anew when S3 names another region. */
  async send(
    access: S3Access,
    method: 'GET' | 'HEAD',
    key: string | null,
    range: string | null,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const region = this.#regions.get(access.bucket) ?? 'us-east-1';
    const answer = await this.#sendTo(region, access, method, key, range, signal);
    const named = answer.headers['x-amz-bucket-region'];
    if ((answer.statusCode ?? 0) < 300 || typeof named !== 'string' || named === region) return answer;
    answer.resume();
    this.#regions.set(access.bucket, named);
    return this.#sendTo(named, access, method, key, range, signal);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #sendTo(
    region: string,
    access: S3Access,
    method: 'GET' | 'HEAD',
    key: string | null,
    range: string | null,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const { hostname, port, host } = new URL(access.endpoint);
    const path = `/${access.bucket}${key === null ? '' : `/${key.split('/').map(encode).join('/')}`}`;
    const credentials = { accessKeyId: access.accessKey, secretAccessKey: access.secretAccessKey };
    const signer = new SignatureV4({
      service: 's3',
      region,
      credentials,
      uriEscapePath: false,
      sha256: Sha256,
    });
    const headers = { host, ...(range === null ? {} : { range }) };
    const signed = await signer.sign({ method, protocol: 'http:', hostname, path, headers });
    return new Promise((resolve, reject) => {
      const { headers: all } = signed;
      request({ method, hostname, port, path, headers: all, agent: this.#agent, signal }, resolve)
        .once('error', reject)
        .end();
    });
  }
}

const encode = (part: string): string =>
  encodeURIComponent(part).replaceAll(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function bytesOf(data: unknown): Buffer {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer) return Buffer.from(data);
  throw new TypeError('Expected text or bytes');
}
