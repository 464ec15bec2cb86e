import type { AppError } from '../../../shared/errors.ts';
import type { Place } from '../../store/place-history.ts';
import type { AppState } from '../../store/store.ts';
import type { Reading } from './parse-address.ts';
import { noFilter } from './use-filter.ts';

/** What following needs of the store. */
export interface FollowedStore {
  readonly getState: () => Pick<
    AppState,
    'place' | 'browse' | 'browseError' | 'browseView' | 'openPlace' | 'changeView'
  >;
  readonly subscribe: (listener: () => void) => () => void;
}

/** How following ended; `failed` without an error is told where the listing would be. */
export type Followed =
  | { readonly kind: 'there' }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'failed'; readonly error: AppError | null };

/**
 * Opens what an address can mean, one reading after the other until one has something to show. Whoever goes elsewhere
 * meanwhile stays there.
 */
export async function followAddress(
  store: FollowedStore,
  locationId: string,
  readings: readonly Reading[],
): Promise<Followed> {
  const before = store.getState().browseView.filter;
  for (const [turn, { prefix, name }] of readings.entries()) {
    const place: Place = { locationId, prefix, scope: 'folder' };
    // One step of the history, however many readings it takes.
    const refused = await store.getState().openPlace(place, turn === 0 ? 'visit' : 'again');
    if (refused !== null) return { kind: 'failed', error: null };
    if (store.getState().place !== place) return { kind: 'there' };
    let end: End = name === '' ? await endOf(store, place, false) : 'nothing';
    // A filter that is set may hide what is asked for by name: it gives way, but only then.
    for (const filter of name === '' ? [] : [store.getState().browseView.filter, noFilter]) {
      const { browseView: view, changeView } = store.getState();
      const named = { ...view.filter, ...filter, text: name, mode: 'substring' as const };
      const error = await changeView({ ...view, filter: named });
      if (error !== null) return { kind: 'failed', error };
      end = await endOf(store, place, true);
      if (end !== 'nothing') break;
    }
    if (end !== 'nothing') return end === 'failed' ? { kind: end, error: null } : { kind: 'there' };
  }
  // Nothing was hidden, so nothing need be shown: the folder is seen as others are.
  const { browseView: view, changeView } = store.getState();
  const error = await changeView({ ...view, filter: { ...before, text: '' } });
  return error === null ? { kind: 'nowhere' } : { kind: 'failed', error };
}

type End = 'found' | 'left' | 'failed' | 'nothing';

/** Resolves as soon as a row is there, or cannot be any more. */
function endOf(store: FollowedStore, place: Place, isNamed: boolean): Promise<End> {
  const look = (): End | null => {
    const { place: shown, browse, browseError } = store.getState();
    if (shown !== place) return 'left';
    if (browseError !== null) return 'failed';
    if (browse === null) return null;
    if ((isNamed ? browse.matching : browse.listed) > 0) return 'found';
    if (browse.error !== null) return 'failed';
    return browse.complete ? 'nothing' : null;
  };
  return new Promise((resolve) => {
    let forget = (): void => undefined;
    const check = (): void => {
      const end = look();
      if (end === null) return;
      forget();
      resolve(end);
    };
    forget = store.subscribe(check);
    check();
  });
}
