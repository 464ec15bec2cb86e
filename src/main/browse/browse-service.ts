import { importBadges, type BrowseRow, type BrowseState, type ImportBadge } from '../../shared/browse.ts';
import type { Input, Output } from '../../shared/contract.ts';
import { toAppError } from '../../shared/errors.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import type { Clock } from '../platform/clock.ts';
import type { S3Access } from '../s3/access.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { FolderTallies, type TalliedObject } from './folder-tallies.ts';
import { createListingClient } from './listing-client.ts';
import type { ListingWorker } from './listing-port.ts';
import {
  notOpen,
  type KnownObjects,
  type KnownRow,
  type ListedRow,
  type ListingTarget,
} from './listing-protocol.ts';
import { isPartialNow, type BrowsedLocation, type OpenListing } from './open-listing.ts';
import { coveredAfter, type CoveredObjects } from './partial-selection.ts';
import { ViewTurns } from './view-turns.ts';

/** What the queue can tell of objects, all of it from memory. */
export interface BadgePort {
  readonly of: (bucket: string, object: SelectedObject | TalliedObject) => ImportBadge;
  /** Every object of a bucket that can have a badge other than "none". */
  readonly known: (bucket: string) => KnownObjects;
  /** Somebody looks at a location: what its team's other workstations import is of interest. */
  readonly lookedAt: (locationId: string) => void;
}

/** What browsing needs of the rest of the app. */
export interface BrowsePorts {
  /** Starts the thread of `listing-worker.ts`; called again when one has died. */
  readonly startWorker: () => ListingWorker;
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  readonly locationOf: (locationId: string) => Promise<BrowsedLocation>;
  /** How folders are read to be counted. */
  readonly pagesOf: (access: S3Access) => FetchPage;
  readonly badges: BadgePort;
  readonly onChange: (state: BrowseState) => void;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** The browser's side in the main process: listings live in a thread, what the queue knows of them is added here. */
export interface BrowseService {
  readonly open: (input: Input<'browse.open'>) => Promise<Output<'browse.open'>>;
  readonly view: (input: Input<'browse.view'>) => Promise<Output<'browse.view'>>;
  readonly rows: (input: Input<'browse.rows'>) => Promise<Output<'browse.rows'>>;
  readonly select: (input: Input<'browse.select'>) => Promise<Output<'browse.select'>>;
  readonly find: (input: Input<'browse.find'>) => Promise<Output<'browse.find'>>;
  readonly locate: (input: Input<'browse.locate'>) => Promise<Output<'browse.locate'>>;
  readonly step: (input: Input<'browse.step'>) => Promise<Output<'browse.step'>>;
  readonly ordinal: (input: Input<'browse.ordinal'>) => Promise<Output<'browse.ordinal'>>;
  readonly stop: (input: Input<'browse.stop'>) => Promise<Output<'browse.stop'>>;
  readonly close: (input: Input<'browse.close'>) => Promise<Output<'browse.close'>>;
  /** Closes every listing of a location that is no more. */
  readonly forgetLocation: (locationId: string) => void;
  /** The selection as it is now, where it lies, and whether it was meant as everything of a listing without its end. */
  readonly selectedObjects: (listingId: string) => Promise<{
    readonly location: BrowsedLocation;
    readonly objects: readonly SelectedObject[];
    readonly isPartial: boolean;
  }>;
  /** An object that a row stands for, wherever it is shown now, and where it lies; null when the row is none. */
  readonly objectOf: (
    listingId: string,
    rowId: number,
  ) => Promise<{ readonly location: BrowsedLocation; readonly object: SelectedObject } | null>;
  /** To be called whenever the queue changed, however often. */
  readonly badgesChanged: () => void;
  readonly dispose: () => void;
}

/** Windows are made stale for changed badges at most every so many milliseconds. */
const BADGES_MS = 500;
/** Selected objects that cross from the thread in one message: under 10 ms to read. */
const SELECTED_PART = 5_000;

/** See {@link BrowseService}. */
export function createBrowseService(ports: BrowsePorts): BrowseService {
  const listings = new Map<string, OpenListing>();
  let cancelBadges: (() => void) | null = null;

  const { call, close } = createListingClient(ports.startWorker, {
    onChanged(state) {
      const listing = listings.get(state.listingId);
      if (listing === undefined) return;
      listing.last = state;
      ports.onChange(state);
    },
    onKnown: (listingId, rows) => inBackground(listingId, judge(listingId, rows)),
    onLost(error) {
      const lost = [...listings.values()];
      listings.clear();
      for (const { last } of lost)
        if (last !== null) ports.onChange({ ...last, revision: last.revision + 1, complete: false, error });
    },
  });

  const tallies = new FolderTallies({
    accessFor: ports.accessFor,
    pagesOf: ports.pagesOf,
    badgeOf: ports.badges.of,
    hasImports(bucket) {
      const { keys, teamObjects } = ports.badges.known(bucket);
      return !isEmpty(keys) || !isEmpty(teamObjects);
    },
    clock: ports.clock,
    onTold: () => touchAll(),
  });

  const withBadge = (location: BrowsedLocation, row: ListedRow): BrowseRow => {
    const { bucket } = location;
    if (row.kind === 'folder') return { ...row, badge: 'none', imported: tallies.of(location, row.key) };
    return { ...row, badge: ports.badges.of(bucket, { ...row, objectKey: row.key }), imported: null };
  };

  const judge = async (listingId: string, rows: readonly KnownRow[]): Promise<void> => {
    const listing = listings.get(listingId);
    if (listing === undefined || rows.length === 0) return;
    const { bucket } = listing.location;
    await call(listingId, 'badge', {
      ids: rows.map(({ id }) => id),
      badges: rows.map(({ object }) => importBadges.indexOf(ports.badges.of(bucket, object))),
    });
  };

  const teachBadges = async (listingId: string, { bucket }: BrowsedLocation): Promise<void> =>
    judge(listingId, await call(listingId, 'know', { bucket, ...asArrays(ports.badges.known(bucket)) }));

  /** Has the thread know badges, and be told whenever they change. */
  const taught = (listingId: string, listing: OpenListing): Promise<void> => {
    if (listing.taught !== null) return listing.taught;
    const teaching = teachBadges(listingId, listing.location);
    listing.taught = teaching;
    // Whoever waits for it is told why it failed; the next one tries again.
    teaching.catch(() => {
      if (listing.taught === teaching) listing.taught = null;
    });
    return teaching;
  };

  /** Nobody waits for these: a listing that is gone is forgotten, anything else is told on the listing. */
  const inBackground = (listingId: string, work: Promise<unknown>): void => {
    work.catch((thrown: unknown) => {
      const error = toAppError(thrown);
      const last = listings.get(listingId)?.last ?? null;
      if (error.code === 'not-found') listings.delete(listingId);
      else if (error.code !== 'cancelled' && last !== null) ports.onChange({ ...last, error });
    });
  };

  const touchAll = (): void => {
    for (const listingId of listings.keys()) inBackground(listingId, call(listingId, 'touch', null));
  };

  /** Keeps the newest state: an answer may be taken up after an announcement that was made later. */
  const remember = (state: BrowseState): BrowseState => {
    const listing = listings.get(state.listingId);
    if (listing !== undefined && state.revision >= (listing.last?.revision ?? 0)) listing.last = state;
    return state;
  };

  const coveredIn = ({ locationId, prefix, scope }: ListingTarget): CoveredObjects =>
    [...listings.values()].findLast(
      ({ last }) => last?.locationId === locationId && last.prefix === prefix && last.scope === scope,
    )?.covered ?? null;

  return {
    async open({ locationId, prefix, scope, view, pick = null }) {
      const [location, access] = await Promise.all([
        ports.locationOf(locationId),
        ports.accessFor(locationId),
      ]);
      ports.badges.lookedAt(locationId);
      const listingId = ports.newId();
      const picksByBadge = pick !== null && pick.badges !== null;
      const isPicking = pick !== null;
      // A refresh keeps the selection, and with it what the selection was meant as.
      const covered = isPicking ? null : coveredIn({ locationId, prefix, scope });
      const views = new ViewTurns();
      const listing = { location, picksByBadge, views, taught: null, last: null, isPicking, covered };
      listings.set(listingId, listing);
      try {
        const state = remember(
          await call(listingId, 'open', { locationId, prefix, scope, view, pick, access }),
        );
        if (picksByBadge || view.filter.badges !== null) await taught(listingId, listing);
        return state;
      } catch (thrown) {
        listings.delete(listingId);
        throw thrown;
      }
    },
    async view({ listingId, view }) {
      const listing = listings.get(listingId);
      if (listing === undefined) throw notOpen();
      const needsBadges = listing.picksByBadge || view.filter.badges !== null;
      return listing.views.take(needsBadges ? taught(listingId, listing) : null, async (isNewest) => {
        const state = remember(await call(listingId, 'view', { view }));
        if (!needsBadges && isNewest()) listing.taught = null;
        return state;
      });
    },
    async rows({ listingId, from, count }) {
      const { revision, rows } = await call(listingId, 'rows', { from, count });
      const location = listings.get(listingId)?.location;
      if (location === undefined) throw notOpen();
      ports.badges.lookedAt(location.locationId);
      return { revision, rows: rows.map((row) => withBadge(location, row)) };
    },
    async select({ listingId, change }) {
      const state = remember(await call(listingId, 'select', { change }));
      const listing = listings.get(listingId);
      if (listing !== undefined) {
        listing.isPicking = false;
        listing.covered = coveredAfter(change, state, listing.covered);
      }
      return state;
    },
    find: async ({ listingId, text, after }) => ({ index: await call(listingId, 'find', { text, after }) }),
    locate: ({ listingId, ids }) => call(listingId, 'locate', { ids }),
    step: ({ listingId, ...step }) => call(listingId, 'step', step),
    ordinal: ({ listingId, ...asked }) => call(listingId, 'ordinal', asked),
    stop: async ({ listingId }) => remember(await call(listingId, 'stop', null)),
    async close({ listingId }) {
      listings.delete(listingId);
      return call(listingId, 'close', null);
    },
    forgetLocation(locationId) {
      for (const [listingId, { location }] of listings) {
        if (location.locationId !== locationId) continue;
        listings.delete(listingId);
        inBackground(listingId, call(listingId, 'close', null));
      }
    },
    async selectedObjects(listingId) {
      const listing = listings.get(listingId);
      if (listing === undefined) throw notOpen();
      const selected = await call(listingId, 'selected', null);
      // Of the same moment as the selection, whatever is listed while its objects are read.
      const partial = isPartialNow(listing);
      const objects: SelectedObject[] = [];
      for (let from = 0; from < selected.length; from += SELECTED_PART) {
        // A copy, because a message takes along all the memory that a part of it lies in.
        const ids = selected.slice(from, from + SELECTED_PART);
        objects.push(...(await call(listingId, 'objects', { ids })));
      }
      return { location: listing.location, objects, isPartial: partial };
    },
    async objectOf(listingId, rowId) {
      const listing = listings.get(listingId);
      if (listing === undefined) throw notOpen();
      const object = await call(listingId, 'object', { id: rowId });
      return object && { location: listing.location, object };
    },
    badgesChanged() {
      cancelBadges ??= ports.clock.after(BADGES_MS, () => {
        cancelBadges = null;
        tallies.badgesChanged();
        for (const [listingId, { location, taught }] of listings)
          if (taught !== null) inBackground(listingId, teachBadges(listingId, location));
        touchAll();
      });
    },
    dispose() {
      cancelBadges?.();
      tallies.dispose();
      listings.clear();
      close();
    },
  };
}

const isEmpty = (items: Iterable<unknown>): boolean => items[Symbol.iterator]().next().done === true;

const asArrays = ({ keys, teamObjects }: KnownObjects) => ({
  keys: [...keys],
  teamObjects: [...teamObjects],
});
