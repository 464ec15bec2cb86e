import type { MediaFacts } from '../../shared/peek.ts';

/** What the main process tells the parsing thread; no bytes end a parsing with what is known until then. */
export type ToParser =
  | { readonly kind: 'parse'; readonly id: number; readonly sizeBytes: number }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array };

/** What the parsing thread tells: it has no network of its own and asks for every byte. */
export type FromParser =
  | { readonly kind: 'read'; readonly id: number; readonly from: number; readonly length: number }
  | { readonly kind: 'facts'; readonly id: number; readonly facts: MediaFacts | null }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string };

/** The parsing thread as the main process sees it: what `node:worker_threads` gives, and no more. */
export interface ParserWorker {
  postMessage(message: ToParser): void;
  on(event: 'message', listener: (message: FromParser) => void): unknown;
  /** The thread has died. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): unknown;
  /** An idle thread does not keep the process alive. */
  unref(): unknown;
}
