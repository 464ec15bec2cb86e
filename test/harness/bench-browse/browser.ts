import { EventEmitter, once } from 'node:events';
import type { BrowseState } from '../../../src/shared/browse.ts';
import { createBrowseService, type BrowseService } from '../../../src/main/browse/browse-service.ts';
import { systemClock } from '../../../src/main/platform/clock.ts';
import type { S3Process } from './s3-process.ts';
import { threadOf } from './thread.ts';

/** The product's browse service over its listing thread, in the place of the app's main process. */
export interface Browser {
  readonly service: BrowseService;
  /** How often a state was announced so far. */
  readonly announced: () => number;
  /** Resolves when a listing is complete; `look` is what the window does with each state before that. */
  readonly complete: (
    listingId: string,
    look?: (state: BrowseState) => Promise<unknown>,
  ) => Promise<BrowseState>;
  readonly close: () => void;
}

/** The location that stands for the bucket. */
export const locationId = '00000000-0000-4000-8000-000000000001';

/** Starts the service and its thread. */
export async function startBrowser(server: S3Process): Promise<Browser> {
  const changes = new EventEmitter<{ state: [BrowseState] }>();
  const last = new Map<string, BrowseState>();
  const start = await threadOf(new URL('../../../src/main/browse/listing-worker.ts', import.meta.url));
  const { url, region, bucket, accessKeyId, secretAccessKey } = server;
  let announced = 0;
  let made = 0;
  const service = createBrowseService({
    startWorker: () => start({ allowLoopback: true, allowedHosts: null }),
    accessFor: () =>
      Promise.resolve({
        locationId,
        bucket,
        endpoint: { endpoint: url, region, pathStyle: true },
        credentials: { kind: 'keys', accessKeyId, secretAccessKey },
      }),
    locationOf: () =>
      Promise.resolve({ connectionId: 'simulator', locationId, locationName: bucket, bucket }),
    // Nothing was ever imported: no folder is counted.
    pagesOf: () => () => Promise.reject(new Error('No folder is to be read')),
    badges: {
      of: () => 'none',
      known: () => ({ keys: [], teamObjects: [] }),
      lookedAt: () => undefined,
    },
    clock: systemClock,
    newId: () => `listing-${(made += 1)}`,
    onChange(state) {
      announced += 1;
      last.set(state.listingId, state);
      changes.emit('state', state);
    },
  });
  return {
    service,
    announced: () => announced,
    async complete(listingId, look = () => Promise.resolve()) {
      for (let state = last.get(listingId); ;) {
        if (state?.error) throw new Error(state.error.message);
        if (state?.complete === true) return state;
        if (state !== undefined) await look(state);
        const newest = last.get(listingId);
        if (newest === state) [state] = await once(changes, 'state');
        else state = newest;
      }
    },
    close: () => service.dispose(),
  };
}
