import type { CallMessage, WorkerMessage } from './listing-protocol.ts';

/** The thread that lists, as the main process sees it: what `node:worker_threads` gives, and no more. */
export interface ListingWorker {
  postMessage(message: CallMessage): void;
  on(event: 'message', listener: (message: WorkerMessage) => void): unknown;
  /** The thread has died. */
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): unknown;
}

/**
 * Limits of that thread, in megabytes. Pages of a listing come in memory that V8 does not hold but counts: a small young
 * generation gives it back before the whole heap is gone through for it. Default of Node 48; 3 took 10 to 15 % off a
 * million keys (measured), less gave no more.
 */
export const listingThreadLimits = { maxYoungGenerationSizeMb: 3 } as const;
