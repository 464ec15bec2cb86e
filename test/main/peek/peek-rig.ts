import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createByteBudget } from '../../../src/main/peek/byte-budget.ts';
import { createMediaParser, type ParseMedia } from '../../../src/main/peek/media-parser.ts';
import { createParserClient } from '../../../src/main/peek/parser-client.ts';
import { createParserHost } from '../../../src/main/peek/parser-host.ts';
import type { FromParser, ParserWorker } from '../../../src/main/peek/parser-protocol.ts';
import { openPeekCache } from '../../../src/main/peek/peek-cache.ts';
import { createPeekService, type PeekService } from '../../../src/main/peek/peek-service.ts';
import { createS3Service } from '../../../src/main/s3/s3-service.ts';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import { MIB } from '../../../src/shared/units.ts';
import { bufferContent } from '../../simulators/s3/content.ts';
import { bucketName, startBrowseRig, viewOf } from '../browse/browse-rig.ts';

const media = join(import.meta.dirname, '../../fixtures/media');
const wasmPath = createRequire(import.meta.url).resolve('mediainfo.js/MediaInfoModule.wasm');
const notVideos = ['make.sh', 'README.md'];

/** What a storage that does not answer is told as. */
export const unreachable: AppError = { code: 'offline', message: 'No way.', detail: { source: 's3' } };

/** Names of the seed videos, in the order of the bucket. */
export const seedNames = readdirSync(media).filter((name) => !notVideos.includes(name));

/** Looking into the seed videos through the simulated S3; the parser runs in this thread. */
export interface PeekRig {
  readonly peek: PeekService;
  /** Ranges that S3 was asked for, as their headers say. */
  readonly ranges: string[];
  readonly spent: () => number;
  readonly directory: string;
  /** Why the cache could not be used, as it was told. */
  readonly cacheProblems: string[];
  readonly look: (name: string, lookId?: string, isUrgent?: boolean) => ReturnType<PeekService['look']>;
  /** Shows the rows in the opposite order. */
  readonly turnAround: () => Promise<unknown>;
  readonly setLimit: (limitBytes: number) => void;
  /** Whether reads of S3 fail with {@link unreachable} from now on. */
  readonly failReads: (isFailing: boolean) => void;
  /** Starts the service anew on the same cache. */
  readonly restart: () => void;
  readonly close: () => Promise<void>;
}

/** Starts a rig; `parse` takes the parser's place, `hold` delays every read of S3. */
export async function startPeekRig(
  options: { readonly parse?: ParseMedia; readonly hold?: () => Promise<void> } = {},
): Promise<PeekRig> {
  const rig = await startBrowseRig(
    [...seedNames, 'notes.mov'].map((name) => ({
      key: name,
      modifiedMs: 0,
      content: bufferContent(
        name === 'notes.mov'
          ? Buffer.from('Nordlyset kommer sent i aften.\r\n'.repeat(100))
          : readFileSync(join(media, name)),
      ),
    })),
  );
  const { listingId } = await rig.open('', 'below', viewOf({}));
  await rig.until(listingId, ({ complete }) => complete);
  const { rows } = await rig.service.rows({ listingId, from: 0, count: 100 });
  const ids = new Map(rows.map(({ key, id }) => [key, id]));
  const directory = await mkdtemp(join(tmpdir(), 'peek-'));
  const s3 = createS3Service(rig.s3.deps);
  const ranges: string[] = [];
  const cacheProblems: string[] = [];
  let limitBytes = 64 * MIB;
  let isFailing = false;
  let spent = 0;
  let made = 0;
  const start = (): PeekService =>
    createPeekService({
      objectOf: rig.service.objectOf,
      accessFor: async () => rig.s3.access(bucketName),
      async readRange(access, key, from, to, signal, etag) {
        ranges.push(`${from}-${to}`);
        await options.hold?.();
        if (isFailing) throw new AppFailure(unreachable);
        return s3.readRange(access, key, from, to, signal, etag);
      },
      parser: createParserClient(() => inThisThread(options.parse ?? createMediaParser(wasmPath))),
      cache: openPeekCache(directory),
      budget: createByteBudget({
        limitBytes: () => limitBytes,
        clock: { after: soon },
        onSpent: ({ spentBytes }) => (spent = spentBytes),
      }),
      clock: { after: never },
      newId: () => `ticket-${(made += 1)}`,
      onCacheProblem: (message) => cacheProblems.push(message),
    });
  let peek = start();
  return {
    get peek() {
      return peek;
    },
    ranges,
    spent: () => spent,
    directory,
    cacheProblems,
    look: (name, lookId = `look-${name}`, isUrgent = false) =>
      peek.look({ lookId, listingId, rowId: ids.get(name) ?? rows.length, isUrgent }),
    turnAround: () => rig.service.view({ listingId, view: viewOf({}, { column: 'name', descending: true }) }),
    setLimit: (bytes) => (limitBytes = bytes),
    failReads: (wanted) => (isFailing = wanted),
    restart() {
      peek.close();
      peek = start();
    },
    async close() {
      peek.close();
      await rig.close();
      await rm(directory, { recursive: true });
    },
  };
}

const never = (): (() => void) => () => undefined;
const soon = (_delayMs: number, callback: () => void): (() => void) => {
  callback();
  return () => undefined;
};

function inThisThread(parse: ParseMedia): ParserWorker {
  let receive: (message: FromParser) => void = () => undefined;
  const host = createParserHost(parse, (message) => receive(message));
  return {
    postMessage: host,
    on(event: string, listener: (value: never) => void) {
      // The interface ties each listener to its event; a parser in this thread cannot die.
      if (event === 'message') receive = listener as (message: FromParser) => void;
    },
    terminate: () => undefined,
    unref: () => undefined,
  };
}
