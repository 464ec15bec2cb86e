import type { CallMessage, WorkerMessage } from './listing-protocol.ts';

/** The thread that lists, as the main process sees it: what `node:worker_threads` gives, and no more. */
export interface ListingWorker {
  postMessage(message: CallMessage): void;
  on(event: 'message', listener: (message: WorkerMessage) => void): unknown;
  /** The thread has died. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): unknown;
}
