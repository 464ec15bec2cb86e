import { createHash } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import type { BrowseState, BrowseView, ImportBadge } from '../../../src/shared/browse.ts';
import { defaultBrowseView } from '../../../src/shared/browse.ts';
import { createBrowseService, type BrowseService } from '../../../src/main/browse/browse-service.ts';
import { createListingHost } from '../../../src/main/browse/listing-host.ts';
import type { ListingWorker } from '../../../src/main/browse/listing-port.ts';
import type { CallMessage, ListingCall } from '../../../src/main/browse/listing-protocol.ts';
import { objectPart } from '../../../src/main/imports/import-reference.ts';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { bucketClient } from '../../../src/main/s3/bucket-client.ts';
import { pageFetcher } from '../../../src/main/s3/page-fetcher.ts';
import type { S3User } from '../../simulators/s3/policy.ts';
import type { BucketOptions } from '../../simulators/s3/model.ts';
import { startRig, type S3Rig } from '../s3/s3-rig.ts';

/** The bucket that the tests list, and the location that stands for it. */
export const bucketName = 'media';
/** See {@link bucketName}. */
export const locationId = '00000000-0000-4000-8000-000000000001';

/** A browse service over a simulator; the listings run in this thread, behind a real message channel. */
export interface BrowseRig {
  readonly s3: S3Rig;
  readonly service: BrowseService;
  /** Every state that was announced. */
  readonly announced: BrowseState[];
  /** What the queue would say of a key. */
  readonly badges: Map<string, ImportBadge>;
  /** The same of keys that only other workstations' references tell of. */
  readonly teamBadges: Map<string, ImportBadge>;
  /** Locations that somebody was said to look at. */
  readonly lookedAt: readonly string[];
  readonly open: (prefix?: string, scope?: 'folder' | 'below', view?: BrowseView) => Promise<BrowseState>;
  /** Resolves with the first announced or past state of a listing that fits. */
  readonly until: (listingId: string, fits: (state: BrowseState) => boolean) => Promise<BrowseState>;
  readonly keys: (listingId: string, count?: number) => Promise<string[]>;
  /** Keeps calls of a name from the thread, as on a busy machine, until the function it answers is called. */
  readonly hold: (call: ListingCall) => () => void;
  readonly close: () => Promise<void>;
}

/** The default view with changes to its filter and order. */
export function viewOf(
  filter: Partial<BrowseView['filter']>,
  sort: BrowseView['sort'] = defaultBrowseView.sort,
): BrowseView {
  return { filter: { ...defaultBrowseView.filter, videosOnly: false, ...filter }, sort };
}

/** Starts a rig; `startWorker` runs the listings elsewhere than in this thread. */
export async function startBrowseRig(
  objects: BucketOptions['objects'],
  options: {
    readonly users?: readonly S3User[];
    readonly startWorker?: (rig: S3Rig) => ListingWorker;
  } = {},
): Promise<BrowseRig> {
  const s3 = await startRig([{ name: bucketName, objects }], options.users);
  // As the app does when it starts: a first listing that loads it answers without rows on a busy machine.
  await s3.deps.loadSdk();
  const announced: BrowseState[] = [];
  const badges = new Map<string, ImportBadge>();
  const teamBadges = new Map<string, ImportBadge>();
  const objectPartOf = (objectKey: string): string => {
    const etag = s3.server.control.objects(bucketName).find(objectKey)?.content.etag ?? '';
    const sha256 = (text: string) => createHash('sha256').update(text).digest();
    return objectPart({ bucket: bucketName, objectKey, etag }, sha256);
  };
  const lookedAt: string[] = [];
  const watchers = new Set<() => void>();
  const held = new Map<ListingCall, Promise<void>>();
  let made = 0;
  const service = createBrowseService({
    startWorker: () => options.startWorker?.(s3) ?? inThisThread(s3, held),
    accessFor: async () => s3.access(bucketName),
    locationOf: async () => ({
      connectionId: 'simulator',
      locationId,
      locationName: 'Media',
      bucket: bucketName,
    }),
    pagesOf: (access) => pageFetcher(bucketClient(access, s3.deps)),
    badges: {
      of: (_, { objectKey }) => badges.get(objectKey) ?? teamBadges.get(objectKey) ?? 'none',
      known: () => ({ keys: badges.keys(), teamObjects: [...teamBadges.keys()].map(objectPartOf) }),
      lookedAt: (place) => void lookedAt.push(place),
    },
    clock: systemClock,
    newId: () => `listing-${(made += 1)}`,
    onChange(state) {
      announced.push(state);
      for (const watch of watchers) watch();
    },
  });
  return {
    s3,
    service,
    announced,
    badges,
    teamBadges,
    lookedAt,
    open: (prefix = '', scope = 'below', view = viewOf({})) =>
      service.open({ locationId, prefix, scope, view }),
    until: (listingId, fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = announced.findLast((state) => state.listingId === listingId);
          if (found === undefined || !fits(found)) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
    async keys(listingId, count = 1_000) {
      return (await service.rows({ listingId, from: 0, count })).rows.map(({ key }) => key);
    },
    hold(call) {
      let release: () => void = () => undefined;
      held.set(call, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(call);
        release();
      };
    },
    async close() {
      service.dispose();
      await s3.close();
    },
  };
}

function inThisThread(s3: S3Rig, held: ReadonlyMap<ListingCall, Promise<void>>): ListingWorker {
  const { port1, port2 } = new MessageChannel();
  const receive = createListingHost({
    clock: systemClock,
    fetchPages: (access) => pageFetcher(bucketClient(access, s3.deps)),
    post: (message) => port2.postMessage(message),
  });
  port2.on('message', (message: CallMessage) => {
    const released = held.get(message.call);
    if (released === undefined) receive(message);
    else void released.then(() => receive(message));
  });
  return Object.assign(port1, { terminate: () => port1.close() });
}
