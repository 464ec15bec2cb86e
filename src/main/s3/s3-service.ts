import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type { CredentialsTest } from '../../shared/session.ts';
import type { S3Access } from './access.ts';
import { bucketClient, type BucketClient, type S3Deps } from './bucket-client.ts';
import { parseListPage } from './list-page.ts';
import { PageColumns } from './page-columns.ts';
import { pageFetcher, type FetchPage } from './page-fetcher.ts';
import { elementText } from './xml-text.ts';

/** What HEAD says of an object. */
export interface ObjectHead {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Without quotes; empty when none was given. */
  readonly etag: string;
  readonly storageClass: string;
  readonly contentType: string;
}

/** Reads in the main process: single objects, single pages, and the credentials test; whole listings run in the worker. */
export interface S3Service {
  readonly testAccess: (access: S3Access, signal?: AbortSignal) => Promise<CredentialsTest>;
  readonly headObject: (access: S3Access, key: string, signal?: AbortSignal) => Promise<ObjectHead>;
  /** Bytes `from` to `to`, both inclusive; shorter only where the object ends. */
  readonly readRange: (
    access: S3Access,
    key: string,
    from: number,
    to: number,
    signal?: AbortSignal,
    /** Refuses to read another version than this one. */
    etag?: string,
  ) => Promise<Uint8Array>;
  /** How pages of a listing are asked for, one by one. */
  readonly pagesOf: (access: S3Access) => FetchPage;
  /** Forgets clients, after credentials were replaced. */
  readonly forget: (locationId: string) => void;
}

type Check = CredentialsTest['checks'][number];

/** Wires the S3 reads of the main process. */
export function createS3Service(deps: S3Deps): S3Service {
  const clients = new Map<string, { readonly of: string; readonly client: BucketClient }>();
  const clientOf = (access: S3Access): BucketClient => {
    const of = JSON.stringify(access);
    const known = clients.get(access.locationId);
    if (known?.of === of) return known.client;
    const client = bucketClient(access, deps);
    clients.set(access.locationId, { of, client });
    return client;
  };
  const service: S3Service = {
    testAccess: (access, signal) => testAccess(bucketClient(access, deps), signal),
    async headObject(access, key, signal) {
      const request = { method: 'HEAD', key, query: {}, headers: {} } as const;
      const { headers } = await clientOf(access).send(request, { action: 's3:GetObject', signal });
      return {
        sizeBytes: Number(headers['content-length'] ?? 0),
        modifiedMs: Date.parse(headers['last-modified'] ?? '') || 0,
        etag: (headers['etag'] ?? '').replace(/^(W\/)?"|"$/g, ''),
        storageClass: headers['x-amz-storage-class'] ?? 'STANDARD',
        contentType: headers['content-type'] ?? '',
      };
    },
    async readRange(access, key, from, to, signal, etag = '') {
      if (!(from >= 0 && to >= from)) throw new RangeError(`Expected 0 <= from <= to, got ${from} to ${to}`);
      const length = to - from + 1;
      const answer = await clientOf(access).send(
        {
          method: 'GET',
          key,
          query: {},
          headers: { range: `bytes=${from}-${to}`, ...(etag === '' ? {} : { 'if-match': `"${etag}"` }) },
        },
        // A server that ignores the range may send the whole object: it is cut off, never downloaded.
        { action: 's3:GetObject', signal, maxBytes: length + 65_536 },
      );
      if (answer.status === 206) return answer.body.subarray(0, length);
      return answer.body.subarray(from, to + 1);
    },
    pagesOf: (access) => pageFetcher(clientOf(access)),
    forget: (locationId) => void clients.delete(locationId),
  };
  return service;
}

async function testAccess(client: BucketClient, signal: AbortSignal | undefined): Promise<CredentialsTest> {
  const list = await tryList(client, signal);
  // Without credentials or network every check would say the same.
  if (list.error !== null && !['forbidden', 'not-found'].includes(list.error.code)) {
    return { ok: false, region: client.region(), checks: [], error: list.error };
  }
  const [read, location] = await Promise.all([
    list.error === null ? tryRead(client, list.firstKey, signal) : untried('not-listed'),
    tryLocation(client, signal),
  ]);
  const checks = [check('s3:ListBucket', list.error), read, check('s3:GetBucketLocation', location)];
  return { ok: list.error === null, region: client.region(), checks, error: list.error };
}

function check(action: Check['action'], error: AppError | null): Check {
  if (error === null) return { action, outcome: 'granted' };
  return error.code === 'forbidden' ? { action, outcome: 'refused' } : { action, outcome: 'failed', error };
}

const untried = (outcome: 'not-listed' | 'no-object'): Check => ({ action: 's3:GetObject', outcome });

async function tryList(client: BucketClient, signal: AbortSignal | undefined) {
  try {
    const answer = await client.send(
      { method: 'GET', key: '', query: { 'list-type': '2', 'max-keys': '1' }, headers: {} },
      { action: 's3:ListBucket', signal },
    );
    const page = new PageColumns();
    parseListPage(answer.body, page);
    return { error: null, firstKey: page.count > 0 ? page.keyText(0) : null };
  } catch (thrown) {
    return { error: toAppError(thrown), firstKey: null };
  }
}

/** Reads one byte of a real object; of an empty bucket nothing can be said. */
async function tryRead(
  client: BucketClient,
  key: string | null,
  signal: AbortSignal | undefined,
): Promise<Check> {
  const action = 's3:GetObject';
  if (key === null) return untried('no-object');
  try {
    await client.send({ method: 'GET', key, query: {}, headers: { range: 'bytes=0-0' } }, { action, signal });
    return check(action, null);
  } catch (thrown) {
    const error = toAppError(thrown);
    // An archived or empty object cannot give a byte, but S3 checks the permission first.
    const allowed = ['InvalidObjectState', 'InvalidRange'].includes(error.detail?.serviceCode ?? '');
    return check(action, allowed ? null : error);
  }
}

async function tryLocation(client: BucketClient, signal: AbortSignal | undefined): Promise<AppError | null> {
  try {
    const answer = await client.send(
      { method: 'GET', key: '', query: { location: '' }, headers: {} },
      { action: 's3:GetBucketLocation', signal },
    );
    const xml = answer.body.toString('utf8');
    if (xml.includes('LocationConstraint') || elementText(xml, 'Location') !== null) return null;
    throw new AppFailure({
      code: 'malformed-answer',
      message: 'S3 gave no location.',
      detail: { source: 's3' },
    });
  } catch (thrown) {
    return toAppError(thrown);
  }
}
