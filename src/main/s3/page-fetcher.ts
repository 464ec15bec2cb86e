import { toAppError } from '../../shared/errors.ts';
import { MIB } from '../../shared/units.ts';
import type { BodyBuffer } from './body-buffer.ts';
import type { BucketClient } from './bucket-client.ts';

/** Which page of a listing is asked for. */
export interface ListQuery {
  readonly prefix: string;
  /** `/` lists one folder, null everything below it. */
  readonly delimiter: '/' | null;
  /** Lists keys behind this one; not together with a token. */
  readonly startAfter: string | null;
  readonly token: string | null;
  /** 1 to 1,000 (S3's own limit and default). */
  readonly maxKeys: number;
}

/** What else can be said about how a page is fetched. */
export interface FetchOptions {
  readonly onSlowDown?: () => void;
  /** Memory to read the page into. */
  readonly into?: BodyBuffer;
}

/** How a page is fetched: its body as it came, proven to be a 200. */
export type FetchPage = (query: ListQuery, signal: AbortSignal, options?: FetchOptions) => Promise<Buffer>;

/** A thousand keys of 1,024 bytes, each byte written as a six-character entity, with the rest of each object. */
const LARGEST_PAGE_BYTES = 8 * MIB;
/** Asks a bucket for listing pages; on AWS also for the restore status, for as long as the bucket takes the question. */
export function pageFetcher(client: BucketClient): FetchPage {
  let askRestore = client.isAws;
  return async function fetchPage(query, signal, options) {
    const asked = askRestore;
    try {
      return await send(client, query, asked, signal, options);
    } catch (thrown) {
      // Only a refused request can be about the question: a server that fails has said nothing of it.
      if (!asked || toAppError(thrown).code !== 'bad-request') throw thrown;
      const body = await send(client, query, false, signal, options);
      // Without the question it is answered, so the question it was.
      askRestore = false;
      return body;
    }
  };
}

async function send(
  client: BucketClient,
  query: ListQuery,
  askRestore: boolean,
  signal: AbortSignal,
  options: FetchOptions | undefined,
): Promise<Buffer> {
  const parameters = {
    'list-type': '2',
    prefix: query.prefix,
    ...(query.delimiter === null ? {} : { delimiter: query.delimiter }),
    ...(query.token === null ? {} : { 'continuation-token': query.token }),
    ...(query.startAfter === null ? {} : { 'start-after': query.startAfter }),
    ...(query.maxKeys === 1_000 ? {} : { 'max-keys': String(query.maxKeys) }),
  };
  const headers = askRestore ? { 'x-amz-optional-object-attributes': 'RestoreStatus' } : {};
  const answer = await client.send(
    { method: 'GET', key: '', query: parameters, headers },
    { action: 's3:ListBucket', maxBytes: LARGEST_PAGE_BYTES, signal, ...options },
  );
  return answer.body;
}
