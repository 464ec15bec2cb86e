import type { Input, Output } from '../../shared/contract.ts';
import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import { peekedSchema, type Look, type Peeked } from '../../shared/peek.ts';
import { SECOND } from '../../shared/units.ts';
import type { BrowseService } from '../browse/browse-service.ts';
import type { Clock } from '../platform/clock.ts';
import type { S3Access } from '../s3/access.ts';
import type { S3Service } from '../s3/s3-service.ts';
import { refusedAs, type ByteBudget } from './byte-budget.ts';
import { headerReader } from './object-reader.ts';
import type { ParserClient } from './parser-client.ts';
import { cacheId, type PeekCache } from './peek-cache.ts';
import { createPool } from './pool.ts';
import { createTickets, type PeekedObject } from './tickets.ts';

/** What looking into objects needs of the rest of the app. */
export interface PeekPorts extends Pick<BrowseService, 'objectOf'>, Pick<S3Service, 'readRange'> {
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  readonly parser: ParserClient;
  readonly cache: PeekCache;
  readonly budget: ByteBudget;
  readonly clock: Pick<Clock, 'after'>;
  readonly newId: () => string;
  /** Told why facts could not be looked up or kept; the look itself goes on without the cache. */
  readonly onCacheProblem: (message: string) => void;
}

/** Looks into objects, a few at a time: the page names a row of an open listing and never a key. */
export interface PeekService {
  readonly look: (input: Input<'peek.look'>) => Promise<Output<'peek.look'>>;
  /** Gives up a look that nobody waits for any more; one that is over already is none. */
  readonly cancel: (lookId: string) => void;
  /** Keeps the picture that the page has made of an object it looked into. */
  readonly keep: (input: Input<'peek.keep'>) => Promise<void>;
  /** Bytes of an object that was looked into, for the player; null when the ticket is not valid. */
  readonly open: (ticket: string) => OpenedMedia | null;
  /** Why the player was not given its last bytes; null when it was, and what it cannot play is not for want of them. */
  readonly failureOf: (ticket: string) => Output<'peek.failure'>;
  readonly close: () => void;
}

/** An object's bytes, as far as the budget lets them be read. */
export interface OpenedMedia {
  readonly sizeBytes: number;
  readonly read: (from: number, to: number, signal: AbortSignal) => Promise<Uint8Array>;
  /** The kept picture as the address of its data. */
  readonly picture: () => Promise<string | null>;
}

/** Longest look, in milliseconds, from when it starts. Default 30,000: sixteen reads over a slow line; range 1,000 to 300,000. */
const DEADLINE_MS = 30 * SECOND;
/** Looks at once. Default 4: a screen of cards within a second at 50 ms a read, and room for the rest; range 1 to 16. */
const LOOKS_AT_ONCE = 4;

/** See {@link PeekService}. */
export function createPeekService(ports: PeekPorts): PeekService {
  const { budget, cache, parser } = ports;
  const tickets = createTickets(ports.newId);
  const pool = createPool(LOOKS_AT_ONCE);
  const turns = new Map<string, AbortController>();
  const failures = new WeakMap<PeekedObject, AppError>();
  const idOf = ({ bucket, key, etag }: PeekedObject): string => cacheId(bucket, key, etag);

  const tellCacheProblem = (thrown: unknown): null => {
    ports.onCacheProblem(thrown instanceof Error ? thrown.message : 'unknown');
    return null;
  };
  /** Without an ETag nobody knows whether the object is still the same: nothing is remembered. */
  const remembered = async (object: PeekedObject): Promise<Peeked | null> => {
    const text = object.etag === '' ? null : await cache.get(idOf(object)).catch(tellCacheProblem);
    const parsed = peekedSchema.safeParse(text === null ? null : jsonOf(text));
    return parsed.success ? parsed.data : null;
  };
  const remember = async (object: PeekedObject, peeked: Peeked): Promise<void> => {
    if (object.etag === '') return;
    await cache.put(idOf(object), JSON.stringify(peeked)).catch(tellCacheProblem);
  };
  const read = async (
    { locationId, key, etag }: PeekedObject,
    from: number,
    to: number,
    signal: AbortSignal,
  ): Promise<Uint8Array> => {
    const access = await ports.accessFor(locationId);
    return budget.spend(locationId, to - from + 1, () =>
      ports.readRange(access, key, from, to, signal, etag),
    );
  };

  const parse = async (object: PeekedObject, turn: AbortController): Promise<Peeked> => {
    const cancelDeadline = ports.clock.after(DEADLINE_MS, () =>
      turn.abort(
        failure('timeout', `The file’s header was not read within ${DEADLINE_MS / SECOND} seconds.`),
      ),
    );
    try {
      const last = object.sizeBytes - 1;
      const fetch = (from: number, to: number) => read(object, from, Math.min(to, last), turn.signal);
      const facts = await parser.parse(object.sizeBytes, headerReader(fetch), turn.signal);
      await remember(object, { facts, picture: null });
      return { facts, picture: null };
    } finally {
      cancelDeadline();
    }
  };

  const objectOf = async ({ listingId, rowId }: Input<'peek.look'>): Promise<PeekedObject> => {
    const found = await ports.objectOf(listingId, rowId);
    if (found === null) throw failure('not-found', 'There is no object in this row of the listing.');
    const { locationId, bucket } = found.location;
    const { objectKey, etag, sizeBytes } = found.object;
    return { locationId, bucket, key: objectKey, etag, sizeBytes };
  };

  return {
    async look(input) {
      const turn = new AbortController();
      turns.set(input.lookId, turn);
      try {
        return await pool(turn.signal, input.isUrgent, async () => {
          const object = await objectOf(input);
          const named = { ticket: tickets.give(object), key: object.key };
          const answer = ({ facts, picture }: Peeked, withheld: Look['withheld'] = null): Look => ({
            ...named,
            facts,
            hasPicture: picture !== null,
            withheld,
          });
          const known = object.sizeBytes === 0 ? NOTHING : await remembered(object);
          if (known !== null) return answer(known);
          const withheld = budget.withheld(object.locationId);
          if (withheld !== null) return answer(NOTHING, withheld);
          turn.signal.throwIfAborted();
          try {
            return answer(await parse(object, turn));
          } catch (thrown) {
            const refused = refusedAs(thrown);
            if (refused === null) throw thrown;
            return answer(NOTHING, refused);
          }
        });
      } finally {
        turns.delete(input.lookId);
      }
    },
    cancel: (lookId) => turns.get(lookId)?.abort(failure('cancelled', 'Nobody waits for it any more.')),
    async keep({ ticket, picture }) {
      const object = tickets.find(ticket);
      const known = object === null ? null : await remembered(object);
      if (object !== null && known !== null) await remember(object, { ...known, picture });
    },
    open(ticket) {
      const object = tickets.find(ticket);
      if (object === null) return null;
      return {
        sizeBytes: object.sizeBytes,
        async read(from, to, signal) {
          try {
            const bytes = await read(object, from, to, signal);
            failures.delete(object);
            return bytes;
          } catch (thrown) {
            if (!signal.aborted) failures.set(object, toAppError(thrown));
            throw thrown;
          }
        },
        picture: async () => (await remembered(object))?.picture ?? null,
      };
    },
    failureOf(ticket) {
      const object = tickets.find(ticket);
      if (object === null) throw failure('not-found', 'Nothing was looked into under this name.');
      return failures.get(object) ?? null;
    },
    close() {
      for (const turn of turns.values()) turn.abort(failure('cancelled', 'The app is closing.'));
      parser.close();
      budget.dispose();
    },
  };
}

const NOTHING: Peeked = { facts: null, picture: null };

/** A damaged file of the cache is read again from S3. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const failure = (code: 'cancelled' | 'timeout' | 'not-found', message: string): AppFailure =>
  new AppFailure({ code, message, detail: { source: 'app' } });
