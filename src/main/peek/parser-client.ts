import { AppFailure } from '../../shared/errors.ts';
import type { MediaFacts } from '../../shared/peek.ts';
import type { ReadBytes } from './media-parser.ts';
import type { FromParser, ParserWorker } from './parser-protocol.ts';

/** Parses objects in a thread of its own: what is read there was written by strangers, and may be made to harm. */
export interface ParserClient {
  /** Rejects with the signal's reason as soon as it is aborted. */
  readonly parse: (sizeBytes: number, read: ReadBytes, signal: AbortSignal) => Promise<MediaFacts | null>;
  /** Ends the thread; the next object starts another. */
  readonly close: () => void;
}

interface Parsing {
  readonly read: ReadBytes;
  readonly resolve: (facts: MediaFacts | null) => void;
  readonly reject: (reason: unknown) => void;
  /** Whether the thread has the turn: it was given bytes and has neither answered nor asked for more. */
  isThreadsTurn: boolean;
}

const NOTHING = new Uint8Array();

/** Makes a {@link ParserClient}; the thread starts with the first object. */
export function createParserClient(start: () => ParserWorker): ParserClient {
  const open = new Map<number, Parsing>();
  let calls = 0;
  let worker: ParserWorker | null = null;

  const end = (failure: AppFailure): void => {
    void worker?.terminate();
    worker = null;
    const lost = [...open.values()];
    open.clear();
    for (const { reject } of lost) reject(failure);
  };

  const give = (id: number, bytes: Uint8Array): void => {
    const parsing = open.get(id);
    if (parsing !== undefined) parsing.isThreadsTurn = true;
    worker?.postMessage({ kind: 'bytes', id, bytes });
  };

  const receive = async (message: FromParser): Promise<void> => {
    const { id } = message;
    const parsing = open.get(id);
    // Nobody waits for it any more: no bytes let the thread forget it.
    if (parsing === undefined) return message.kind === 'read' ? give(id, NOTHING) : undefined;
    parsing.isThreadsTurn = false;
    if (message.kind === 'read') {
      try {
        give(id, await parsing.read(message.from, message.length));
      } catch (thrown) {
        open.delete(id);
        parsing.reject(thrown);
        give(id, NOTHING);
      }
      return;
    }
    open.delete(id);
    if (message.kind === 'facts') parsing.resolve(message.facts);
    else parsing.reject(new AppFailure({ code: 'malformed-answer', message: message.message.slice(0, 200) }));
  };

  const launch = (): ParserWorker => {
    const started = start();
    started.unref();
    started.on('message', (message) => {
      if (worker === started) void receive(message);
    });
    started.on('error', (cause) => {
      if (worker === started) end(lostFailure(cause));
    });
    return started;
  };

  return {
    parse(sizeBytes, read, signal) {
      worker ??= launch();
      const id = (calls += 1);
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          const parsing = open.get(id);
          open.delete(id);
          reject(signal.reason);
          // A parser that does not come back at the deadline may never do: only a new thread helps.
          if (parsing?.isThreadsTurn === true && isDeadline(signal.reason)) end(lostFailure(signal.reason));
          else if (parsing?.isThreadsTurn === false) give(id, NOTHING);
        };
        if (signal.aborted) return onAbort();
        signal.addEventListener('abort', onAbort, { once: true });
        const settle =
          <T>(act: (value: T) => void) =>
          (value: T): void => {
            signal.removeEventListener('abort', onAbort);
            act(value);
          };
        open.set(id, { read, resolve: settle(resolve), reject: settle(reject), isThreadsTurn: true });
        worker?.postMessage({ kind: 'parse', id, sizeBytes });
      });
    },
    close: () => end(new AppFailure({ code: 'cancelled', message: 'The app is closing.' })),
  };
}

const isDeadline = (reason: unknown): boolean =>
  reason instanceof AppFailure && reason.error.code === 'timeout';

const lostFailure = (cause: unknown): AppFailure =>
  new AppFailure({ code: 'internal', message: 'The reader of video headers stopped.' }, { cause });
