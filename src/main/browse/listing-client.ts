import type { BrowseState } from '../../shared/browse.ts';
import { AppFailure, type AppError } from '../../shared/errors.ts';
import type { ListingWorker } from './listing-port.ts';
import type { CallMessage, KnownRow, ListingCall, ListingCalls, WorkerMessage } from './listing-protocol.ts';

/** What the worker tells without being asked. */
export interface ListingEvents {
  readonly onChanged: (state: BrowseState) => void;
  readonly onKnown: (listingId: string, rows: readonly KnownRow[]) => void;
  /** The thread died and took its listings along; the next call starts another. */
  readonly onLost: (error: AppError) => void;
}

/** Calls the listing worker. */
export interface ListingClient {
  readonly call: <C extends ListingCall>(
    listingId: string,
    call: C,
    input: ListingCalls[C]['input'],
  ) => Promise<ListingCalls[C]['output']>;
  /** Ends the thread; every call still open is rejected as cancelled. */
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: AppFailure) => void;
}

/** Makes a {@link ListingClient} and starts its thread, which then is warm when the first listing is opened. */
export function createListingClient(start: () => ListingWorker, events: ListingEvents): ListingClient {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let closed = false;
  let worker: ListingWorker | null = null;

  const rejectAll = (failure: AppFailure): void => {
    const open = [...waiting.values()];
    waiting.clear();
    for (const { reject } of open) reject(failure);
  };

  const receive = (message: WorkerMessage): void => {
    if (message.kind === 'changed') return events.onChanged(message.state);
    if (message.kind === 'known') return events.onKnown(message.listingId, message.rows);
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(new AppFailure(message.error));
  };

  const launch = (): ListingWorker => {
    const started = start();
    started.on('message', (message) => {
      if (!closed && worker === started) receive(message);
    });
    started.on('error', (cause) => {
      if (closed || worker !== started) return;
      worker = null;
      const error: AppError = { code: 'internal', message: 'Listing stopped unexpectedly. Open it again.' };
      rejectAll(new AppFailure(error, { cause }));
      events.onLost(error);
    });
    return started;
  };
  worker = launch();

  return {
    call(listingId, call, input) {
      if (closed) return Promise.reject(cancelled());
      worker ??= launch();
      const id = (calls += 1);
      return new Promise((resolve, reject) => {
        // The worker answers each call with its own output: both sides are typed by the same table.
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker?.postMessage({ id, listingId, call, input } as CallMessage);
      });
    },
    close() {
      closed = true;
      rejectAll(cancelled());
      worker?.terminate();
    },
  };
}

const cancelled = (): AppFailure => new AppFailure({ code: 'cancelled', message: 'The app is closing.' });
