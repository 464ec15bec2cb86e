import type { BrowseState, ChosenView, SelectionChange } from '../../shared/browse.ts';
import type { Input } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Milliseconds } from '../../shared/units.ts';
import { defaultChosenView, filterAt, viewAt } from './chosen-view.ts';
import { cursorIn, FIRST_CURSOR } from './cursor-slice.ts';
import { LeftListings, type LeftListing } from './left-listings.ts';
import { ListingOpener } from './listing-opener.ts';
import { historyAfter, isSameFolder, type How, type Place, type PlaceHistory } from './place-history.ts';
import { RowWindows } from './row-windows.ts';
import { SelectionChanges } from './selection-changes.ts';
import type { Slice } from './store.ts';

/** The one listing on screen: its counts and its view. Its rows are not here but in a window cache beside the table. */
export interface BrowserSlice extends PlaceHistory {
  /** Where the operator went last; the listing follows when main has answered. */
  readonly place: Place | null;
  /** The counts of the open listing, as main published them last. */
  readonly browse: BrowseState | null;
  /** The open listing's rows, which change without the store's knowing. */
  readonly rowWindows: RowWindows | null;
  /** Why rows did not come, although the listing is open. */
  readonly rowsError: AppError | null;
  /** Why the place could not be opened at all. */
  readonly browseError: AppError | null;
  readonly browseView: ChosenView;
  /** By what main selects, as rows come; null once the operator has changed the selection by hand. */
  readonly picking: ChosenView['filter'] | null;
  /** Why the last filter was not taken; the view is then the one before. */
  readonly viewError: AppError | null;
  /** Goes to a place; `how` says what becomes of the history. */
  readonly openPlace: (place: Place, how?: How) => Promise<AppError | null>;
  /** Goes to a place with a view of its own, in which everything that matches is selected. */
  readonly openPicked: (place: Place, view: ChosenView) => Promise<AppError | null>;
  readonly goBack: () => Promise<AppError | null>;
  readonly goForward: () => Promise<AppError | null>;
  /** Leaves a location that is no more, or all of them for another account's; no way leads back. */
  readonly forgetPlaces: (locationId: string | null) => void;
  /** Lists the same place anew. */
  readonly refreshPlace: () => Promise<AppError | null>;
  readonly changeView: (view: ChosenView) => Promise<AppError | null>;
  /** Changes parts of the filter that was asked for last, whether it is answered or not. */
  readonly changeFilter: (part: Partial<ChosenView['filter']>) => Promise<AppError | null>;
  /** Sorts what is or will be shown, also by a filter that is not answered yet. */
  readonly changeSort: (sort: ChosenView['sort']) => Promise<AppError | null>;
  readonly changeSelection: (change: SelectionChange) => Promise<AppError | null>;
  /** The same for the drag of a rectangle, of which only the newest change matters. */
  readonly drawSelection: (
    change: SelectionChange & { readonly kind: 'marquee' },
  ) => Promise<AppError | null>;
  /** Resolves when main has answered every change of the selection so far: keys are quicker than its answers. */
  readonly selectionSettled: () => Promise<void>;
  readonly stopListing: () => Promise<AppError | null>;
  /** The position of the first row at or after `after` that starts with `text`; -1 when none does. */
  readonly findRow: (text: string, after: number) => Promise<Result<{ readonly index: number }>>;
  readonly browseChanged: (state: BrowseState) => void;
}

/** See {@link BrowserSlice}. */
export const createBrowserSlice: Slice<BrowserSlice> = (client) => (set, get) => {
  let opening = 0;
  let asking = 0;
  // A view that was asked for and is not answered yet.
  let askedView: ChosenView | null = null;
  // What was published of a listing whose opening has not been answered yet.
  let early: BrowseState | null = null;

  const closeListing = (id: string): void => void client.request('browse.close', { listingId: id });
  const left = new LeftListings(closeListing);
  // What a listing of the same place is to take over from: it stays open until that one is there, however often it is tried.
  let outdated: LeftListing | null = null;

  const take = (state: BrowseState): void => {
    const known = get().browse;
    // A listing that was left and is kept is asked for its state when it is come back to.
    if (left.has(state.listingId)) return;
    if (known === null || known.listingId !== state.listingId) early = state;
    else if (state.revision >= known.revision) {
      set({ browse: state });
      if (state.arrangement !== known.arrangement) void get().followRows();
    }
  };
  const takeAnswer = async (asked: Promise<Result<BrowseState>>): Promise<AppError | null> => {
    const result = await asked;
    if (result.ok) take(result.value);
    return result.ok ? null : result.error;
  };
  const select = async (input: Input<'browse.select'>): Promise<AppError | null> => {
    const answered = takeAnswer(client.request('browse.select', input));
    const { rowWindows } = get();
    if (input.change.kind !== 'marquee') rowWindows?.foresee(input.change);
    const error = await answered;
    if (error !== null) rowWindows?.askAgain();
    return error;
  };
  const changes = new SelectionChanges(select);
  const opener = new ListingOpener(client, changes);
  const windowsOf = (id: string): RowWindows =>
    new RowWindows(client, id, (rowsError) => {
      // A listing that was left has no rows any more, which is as it should be.
      if (listingId() === id) set({ rowsError });
    });
  const listingId = (): string | null => get().browse?.listingId ?? null;

  const go = async (place: Place, how: How, picked: ChosenView | null): Promise<AppError | null> => {
    const turn = (opening += 1);
    asking += 1;
    const { place: from, browse, rowWindows, cursor } = get();
    const browseView = askedView ?? get().browseView;
    askedView = null;
    const isSame = isSameFolder(from, place);
    // What was typed into the filter belongs to the folder that was left.
    const taken = isSame ? browseView : { ...browseView, filter: { ...browseView.filter, text: '' } };
    const view = picked ?? taken;
    set({
      place,
      ...historyAfter(get(), from, place, how),
      browseError: null,
      viewError: null,
      browseView: view,
      picking: picked?.filter ?? (how === 'again' ? get().picking : null),
      ...(isSame ? {} : { browse: null, rowWindows: null }),
    });
    early = null;
    const nowMs = Date.now();
    // A place that is listed anew before it was come back to is come back to first: it has a selection to hand over.
    const leadsBack = how === 'back' || how === 'forward' || (how === 'again' && isSame);
    const kept = leadsBack ? left.take(place) : null;
    if (kept === null) left.forgetPlace(place);
    const shown = browse === null || rowWindows === null ? outdated : { browse, rowWindows, cursor };
    outdated = isSame ? shown : null;
    // At once, and not when the answer is there: a way back may be taken before.
    if (shown !== null && !isSame) left.leave(shown);
    const asked = viewAt(view, nowMs);
    const shownAgain =
      kept && (await client.request('browse.view', { listingId: kept.browse.listingId, view: asked }));
    // What was to be shown again is kept for those who have gone on meanwhile.
    if (turn !== opening) return null;
    left.settle();
    // Where the kept one is gone after all, the place is listed like any other.
    const restored = shownAgain?.ok === true ? kept : null;
    const result =
      shownAgain?.ok === true
        ? shownAgain
        : await opener.open({
            place,
            how: () => ({ view: asked, ...pickAt(picked?.filter ?? get().picking, nowMs) }),
            takesOver: isSame && from.scope === place.scope && picked === null,
            isWanted: () => turn === opening,
          });
    if (result === null) return null;
    if (!result.ok) {
      set({ browse: null, rowWindows: null, browseError: result.error });
      return result.error;
    }
    if (outdated !== null) closeListing(outdated.browse.listingId);
    outdated = null;
    const published = newerOf(early, result.value);
    early = null;
    set({
      browse: published,
      rowsError: null,
      // What was changed meanwhile by hand was the selection that this one has taken the place of.
      ...(picked === null ? {} : { picking: picked.filter }),
      rowWindows: restored?.rowWindows ?? windowsOf(published.listingId),
      cursor: restored?.cursor ?? cursorIn(published, how === 'again' ? get().cursor : FIRST_CURSOR),
      isLooking: false,
    });
    if (restored !== null && how === 'again') return go(place, how, null);
    // The order may be another than when it was left.
    if (restored !== null) await get().followRows();
    // What was chosen while the place was being opened came too late for its opening.
    const chosen = askedView ?? get().browseView;
    return chosen === view ? null : get().changeView(chosen);
  };

  return {
    place: null,
    back: [],
    forward: [],
    browse: null,
    rowWindows: null,
    rowsError: null,
    browseError: null,
    browseView: defaultChosenView,
    viewError: null,
    picking: null,
    openPlace: (place, how = 'visit') => go(place, how, null),
    openPicked: (place, view) => go(place, 'visit', view),
    async goBack() {
      const place = get().back.at(-1);
      return place === undefined ? null : get().openPlace(place, 'back');
    },
    async goForward() {
      const place = get().forward[0];
      return place === undefined ? null : get().openPlace(place, 'forward');
    },
    forgetPlaces(locationId) {
      const isOther = (other: Place): boolean => locationId !== null && other.locationId !== locationId;
      const { place, browse, back, forward } = get();
      set({ back: back.filter(isOther), forward: forward.filter(isOther) });
      left.forget(locationId);
      if (place === null || isOther(place)) return;
      opening += 1;
      asking += 1;
      askedView = null;
      const open = browse ?? outdated?.browse;
      if (open !== undefined) closeListing(open.listingId);
      outdated = null;
      set({ place: null, picking: null, browse: null, rowWindows: null, browseError: null, viewError: null });
    },
    async refreshPlace() {
      const { place } = get();
      return place === null ? null : get().openPlace(place, 'again');
    },
    async changeView(view) {
      const id = listingId();
      if (id === null) {
        set({ browseView: view, viewError: null });
        return null;
      }
      const turn = (asking += 1);
      askedView = view;
      const result = await client.request('browse.view', { listingId: id, view: viewAt(view, Date.now()) });
      // A later view was asked for, or the operator has gone elsewhere.
      if (turn !== asking) return null;
      askedView = null;
      if (!result.ok) {
        set({ viewError: result.error });
        return result.error;
      }
      set({ browseView: view, viewError: null });
      take(result.value);
      return null;
    },
    changeSort: (sort) => get().changeView({ ...(askedView ?? get().browseView), sort }),
    changeFilter(part) {
      const view = askedView ?? get().browseView;
      return get().changeView({ ...view, filter: { ...view.filter, ...part } });
    },
    async changeSelection(change) {
      const id = listingId();
      if (id === null) return null;
      set({ picking: null });
      return changes.make({ listingId: id, change });
    },
    async drawSelection(change) {
      const id = listingId();
      if (id === null) return null;
      set({ picking: null });
      return changes.draw({ listingId: id, change });
    },
    selectionSettled: () => changes.settled(),
    async stopListing() {
      const id = listingId();
      return id === null ? null : takeAnswer(client.request('browse.stop', { listingId: id }));
    },
    async findRow(text, after) {
      const id = listingId();
      return id === null ? ok({ index: -1 }) : client.request('browse.find', { listingId: id, text, after });
    },
    browseChanged: take,
  };
};

const pickAt = (
  picking: ChosenView['filter'] | null,
  nowMs: Milliseconds,
): Pick<Input<'browse.open'>, 'pick'> => (picking === null ? {} : { pick: filterAt(picking, nowMs) });

/** The answer to an opening, or what was published of the same listing before the answer arrived. */
const newerOf = (early: BrowseState | null, answer: BrowseState): BrowseState =>
  early?.listingId === answer.listingId && early.revision > answer.revision ? early : answer;
