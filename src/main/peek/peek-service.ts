import type { Input, Output } from '../../shared/contract.ts';
import { AppFailure } from '../../shared/errors.ts';
import { mediaFactsSchema, type MediaFacts } from '../../shared/peek.ts';
import { SECOND } from '../../shared/units.ts';
import type { BrowseService } from '../browse/browse-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { S3Access } from '../s3/access.ts';
import type { S3Service } from '../s3/s3-service.ts';
import { headerReader } from './object-reader.ts';
import type { ParserClient } from './parser-client.ts';
import { cacheId, type PeekCache } from './peek-cache.ts';

/** What looking into objects needs of the rest of the app. */
export interface PeekPorts extends Pick<BrowseService, 'rows' | 'placeOf'>, Pick<S3Service, 'readRange'> {
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  readonly parser: ParserClient;
  readonly cache: PeekCache;
  readonly clock: Pick<Clock, 'after'>;
  /** Told why facts are not remembered; the look itself goes on. */
  readonly onCacheProblem: (message: string) => void;
}

/** Looks into one object at a time: the page names a row of an open listing and never a key. */
export interface PeekService {
  readonly look: (input: Input<'peek.look'>) => Promise<Output<'peek.look'>>;
  readonly close: () => void;
}

/** Longest look, in milliseconds. Default 30,000: sixteen reads over a slow line; range 1,000 to 300,000. */
const DEADLINE_MS = 30 * SECOND;

/** See {@link PeekService}. */
export function createPeekService(ports: PeekPorts): PeekService {
  const { cache, parser } = ports;
  let current = new AbortController();

  const remembered = async (id: string): Promise<{ readonly facts: MediaFacts | null } | null> => {
    const text = await cache.get(id);
    if (text === null) return null;
    const parsed = mediaFactsSchema.nullable().safeParse(jsonOf(text));
    return parsed.success ? { facts: parsed.data } : null;
  };

  return {
    async look({ listingId, index }) {
      current.abort(failure('cancelled', 'A newer look took its place.'));
      const turn = (current = new AbortController());
      const place = ports.placeOf(listingId);
      const row = (await ports.rows({ listingId, from: index, count: 1 })).rows[0];
      if (place === null || row?.kind !== 'object')
        throw failure('not-found', 'There is no object at this place of the listing.');
      const { key, etag, sizeBytes } = row;
      if (sizeBytes === 0) return { key, facts: null };
      const id = cacheId(place.bucket, key, etag);
      const known = etag === '' ? null : await remembered(id);
      if (known !== null) return { key, facts: known.facts };
      const access = await ports.accessFor(place.locationId);
      const cancelDeadline = ports.clock.after(DEADLINE_MS, () =>
        turn.abort(
          failure('timeout', `The file’s header was not read within ${DEADLINE_MS / SECOND} seconds.`),
        ),
      );
      try {
        const fetch = (from: number, to: number): Promise<Uint8Array> =>
          ports.readRange(access, key, from, to, turn.signal, etag);
        const facts = await parser.parse(sizeBytes, headerReader(fetch), turn.signal);
        if (etag !== '')
          await cache.put(id, JSON.stringify(facts)).catch((thrown: unknown) => {
            ports.onCacheProblem(thrown instanceof Error ? thrown.message : 'unknown');
          });
        return { key, facts };
      } finally {
        cancelDeadline();
      }
    },
    close() {
      current.abort(failure('cancelled', 'The app is closing.'));
      parser.close();
    },
  };
}

/** A damaged file of the cache is read again from S3. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const failure = (code: 'cancelled' | 'timeout' | 'not-found', message: string): AppFailure =>
  new AppFailure({ code, message, detail: { source: 'app' } });
