import { AppFailure, toAppError } from '../../shared/errors.ts';
import type { S3Access } from '../s3/access.ts';
import type { Clock } from '../platform/clock.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import { notOpen, type CallMessage, type WorkerMessage } from './listing-protocol.ts';
import { AwaitedKeys } from './awaited-keys.ts';
import { Listing } from './listing.ts';
import { Superseded } from './pause.ts';

/** What the listings' side needs, in the worker and in tests alike. */
export interface ListingHostPorts {
  readonly clock: Clock;
  readonly fetchPages: (access: S3Access) => FetchPage;
  readonly post: (message: WorkerMessage) => void;
}

/** Listings that are open at once; the oldest is closed for a ninth, so that forgotten ones cannot fill the memory. */
const MAX_LISTINGS = 8;

/** Answers the calls of the main process, one function for every listing that is open. */
export function createListingHost(ports: ListingHostPorts): (message: CallMessage) => void {
  const listings = new Map<string, Listing>();

  const close = (listingId: string): void => {
    listings.get(listingId)?.close();
    listings.delete(listingId);
  };

  /** What is selected in the newest open listing of the same place: opening it again is a refresh. */
  const selectedIn = ({ locationId, prefix, scope }: Listing['target']): AwaitedKeys =>
    [...listings.values()]
      .findLast(
        ({ target }) =>
          target.locationId === locationId && target.prefix === prefix && target.scope === scope,
      )
      ?.selectedKeys() ?? new AwaitedKeys();

  const open = (message: CallMessage & { readonly call: 'open' }): Promise<unknown> => {
    const { listingId, input } = message;
    const { access, view, pick, locationId, prefix, scope } = input;
    const target = { locationId, prefix, scope };
    const listing = new Listing(listingId, target, view, {
      fetchPage: ports.fetchPages(access),
      clock: ports.clock,
      onChange: (state) => ports.post({ kind: 'changed', state }),
      onKnown: (rows) => ports.post({ kind: 'known', listingId, rows }),
      awaited: pick === null ? selectedIn(target) : new AwaitedKeys(),
      pick,
    });
    const oldest = listings.keys().next();
    if (listings.size >= MAX_LISTINGS && oldest.done !== true) close(oldest.value);
    listings.set(listingId, listing);
    return listing.open();
  };

  const perform = async (message: CallMessage): Promise<unknown> => {
    if (message.call === 'open') return open(message);
    if (message.call === 'close') {
      close(message.listingId);
      return null;
    }
    const listing = listings.get(message.listingId);
    if (listing === undefined) throw notOpen();
    switch (message.call) {
      case 'view':
        return listing.setView(message.input.view);
      case 'rows':
        return listing.rows(message.input.from, message.input.count);
      case 'select':
        return listing.select(message.input.change);
      case 'find':
        return listing.find(message.input.text, message.input.after);
      case 'locate':
        return listing.locate(message.input.ids);
      case 'step':
        return listing.step(message.input);
      case 'ordinal':
        return listing.ordinal(message.input);
      case 'stop':
        return listing.stop();
      case 'selected':
        return listing.selected();
      case 'object':
        return listing.object(message.input.id);
      case 'objects':
        return listing.objects(message.input.ids);
      case 'know':
        return listing.know(message.input);
      case 'badge':
        listing.setBadges(message.input.ids, message.input.badges);
        return null;
      case 'touch':
        listing.touch();
        return null;
    }
  };

  return (message) => {
    const { id } = message;
    perform(message).then(
      (value) => ports.post({ kind: 'answer', id, value }),
      (thrown: unknown) => {
        const given =
          thrown instanceof Superseded
            ? new AppFailure({ code: 'cancelled', message: 'A newer question took its place.' })
            : thrown;
        ports.post({ kind: 'failure', id, error: toAppError(given) });
      },
    );
  };
}
