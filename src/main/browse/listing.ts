import type { BrowseState, BrowseView, SelectionChange } from '../../shared/browse.ts';
import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import type { Clock } from '../platform/clock.ts';
import { ListRun } from '../s3/list-run.ts';
import type { PageColumns } from '../s3/page-columns.ts';
import type { FetchPage } from '../s3/page-fetcher.ts';
import type { AwaitedKeys } from './awaited-keys.ts';
import { LatestWork } from './latest-work.ts';
import { KnownRows } from './known-rows.ts';
import type { KnownRow, ListedRow, ListingCalls, ListingTarget } from './listing-protocol.ts';
import { classesOf, findByName, listedRow, objectOf, ordinalOf, stepBy } from './listing-rows.ts';
import { countsOf, emptySnapshot, ListingView } from './listing-view.ts';
import { NameOrder } from './name-order.ts';
import { Picking } from './picking.ts';
import { createPause, Superseded, type Pause } from './pause.ts';
import { RowStore } from './row-store.ts';
import { selectedIds } from './selected-ids.ts';
import { Selection } from './selection.ts';

/** What a listing needs of its surroundings. */
export interface ListingPorts {
  readonly fetchPage: FetchPage;
  readonly clock: Clock;
  /** Called at most ten times a second, and only when something changed. */
  readonly onChange: (state: BrowseState) => void;
  /** New rows whose badges are asked for. */
  readonly onKnown: (rows: readonly KnownRow[]) => void;
  /** What to select as it comes: what was selected before a refresh. */
  readonly awaited: AwaitedKeys;
  /** What is to be selected as it comes, until the operator changes the selection; null where nothing is. */
  readonly pick: BrowseView['filter'] | null;
}

/** Least time between two announcements, in milliseconds. */
const ANNOUNCE_MS = 100;
/** Putting the rows in order may take this share of the thread's time while pages still come. */
const ARRANGE_SHARE = 0.25;
/** Pages asked for at once; see `ListOptions`. */
const LANES = 8;
/** Longest that opening waits for the first page, in milliseconds; after that it answers with no rows yet. */
const FIRST_PAGE_MS = 300;

/** One listing: rows as they come, what of them is shown and in which order, and what is selected. */
export class Listing {
  readonly listingId: string;
  readonly target: ListingTarget;
  readonly #ports: ListingPorts;
  readonly #store = new RowStore();
  readonly #names = new NameOrder(this.#store);
  readonly #knownRows = new KnownRows(this.#store);
  readonly #selection: Selection;
  readonly #stop = new AbortController();
  readonly #work: LatestWork;
  #view: ListingView;
  #picking: Picking | null;
  #snapshot = emptySnapshot;
  #revision = 0;
  #arrangement = 0;
  #ended = false;
  #complete = false;
  #error: AppError | null = null;
  #closed = false;
  #scheduled = false;
  #nextAtMs = Number.NEGATIVE_INFINITY;
  #badgeChanges = 0;
  #announced: () => void = () => undefined;

  constructor(listingId: string, target: ListingTarget, view: BrowseView, ports: ListingPorts) {
    this.listingId = listingId;
    this.target = target;
    this.#ports = ports;
    this.#selection = new Selection(this.#store, ports.awaited);
    this.#work = new LatestWork(ports.clock.monotonic);
    this.#view = new ListingView(view, this.#store, target.prefix);
    this.#picking = ports.pick && new Picking(ports.pick, this.#store, target.prefix, this.#selection);
  }

  /** Starts listing; answers as soon as there are rows to show, or a reason why there are none. */
  async open(): Promise<BrowseState> {
    const { clock, fetchPage } = this.#ports;
    const { prefix, scope } = this.target;
    const shown = new Promise<void>((resolve) => {
      const cancel = clock.after(FIRST_PAGE_MS, resolve);
      this.#announced = () => {
        cancel();
        resolve();
      };
    });
    const run = new ListRun(
      fetchPage,
      {
        rows: (...rows) => this.#takeRows(...rows),
        folders: (range, prefixes) =>
          this.#names.append(range, this.#store.appendFolders(prefixes), prefixes.length),
        split: (left, right) => this.#names.split(left, right),
        page: () => this.#schedule(),
      },
      { prefix, delimiter: scope === 'folder' ? '/' : null, lanes: LANES, clock },
    );
    run.run(this.#stop.signal).then(
      () => this.#end(null),
      (thrown: unknown) => this.#end(toAppError(thrown)),
    );
    await shown;
    return this.state();
  }

  state(): BrowseState {
    return {
      listingId: this.listingId,
      ...this.target,
      revision: this.#revision,
      arrangement: this.#arrangement,
      listed: this.#store.count,
      listedBytes: this.#store.bytes,
      ...countsOf(this.#snapshot),
      complete: this.#complete,
      storageClasses: classesOf(this.#store),
      selected: this.#selection.count,
      selectedBytes: this.#selection.bytes,
      selectedHidden: this.#selection.countOutside(this.#view.shown),
      selectedAwaited: this.#selection.awaited,
      error: this.#error ?? this.#view.failure ?? this.#picking?.failure ?? null,
    };
  }

  /** Changes the view; an expression that is wrong or endless rejects, and the old view stays. */
  async setView(view: BrowseView): Promise<BrowseState> {
    const next = new ListingView(view, this.#store, this.target.prefix);
    this.#work.supersede();
    const badgeChanges = this.#badgeChanges;
    try {
      await this.#work.do(async (pause) => {
        await this.#show(next, pause);
        if (badgeChanges !== this.#badgeChanges) this.#rematch();
      });
    } catch (thrown) {
      if (!(thrown instanceof Superseded)) throw thrown;
      // The newer view's result answers this call too.
      await this.#work.settled();
    }
    return this.state();
  }

  rows(from: number, count: number): { revision: number; rows: ListedRow[] } {
    const ids = this.#snapshot.ids.subarray(from, from + count);
    const rows = Array.from(ids, (id) => listedRow(this.#store, id, this.#selection.ids.has(id)));
    return { revision: this.#revision, rows };
  }

  select(change: SelectionChange): BrowseState {
    this.#picking?.end();
    this.#picking = null;
    this.#selection.apply(change, this.#snapshot.ids);
    this.#revision += 1;
    return this.state();
  }

  find(text: string, after: number): Promise<number> {
    return findByName(this.#store, this.#snapshot.ids, text, after, this.#work.pause());
  }

  locate(ids: readonly number[]): { indexes: number[] } {
    return { indexes: ids.map((id) => this.#snapshot.ids.indexOf(id)) };
  }

  step({ from, by, isSelected }: ListingCalls['step']['input']): ListingCalls['step']['output'] {
    const among = isSelected ? this.#selection.ids : null;
    return { row: stepBy(this.#store, this.#snapshot.ids, from, by, among) };
  }

  ordinal({ rowId, isSelected }: ListingCalls['ordinal']['input']): ListingCalls['ordinal']['output'] {
    return ordinalOf(this.#store, this.#snapshot.ids, rowId, isSelected ? this.#selection.ids : null);
  }

  /** Ends listing where it is. */
  stop(): BrowseState {
    this.#end({ code: 'cancelled', message: 'Listing was stopped before its end.' });
    this.#stop.abort();
    return this.state();
  }

  /** Ends everything: nothing is announced any more. */
  close(): void {
    this.#closed = true;
    this.#work.close();
    this.#stop.abort();
  }

  /** What a refresh will select. */
  selectedKeys(): AwaitedKeys {
    return this.#selection.keys();
  }

  selected(): Uint32Array {
    return selectedIds(this.#selection.ids, this.#snapshot.ids, this.#names);
  }

  object(id: number): SelectedObject | null {
    return id < this.#store.count && !this.#store.isFolder(id) ? objectOf(this.#store, id) : null;
  }

  objects(ids: Uint32Array): SelectedObject[] {
    return Array.from(ids, (id) => objectOf(this.#store, id));
  }

  /** Takes what is known of objects; answers with the rows whose badges are then to be told. */
  know(known: ListingCalls['know']['input']): Promise<readonly KnownRow[]> {
    const pause = createPause(this.#ports.clock.monotonic, () => !this.#closed);
    return this.#knownRows.know(known, pause, () => this.#badgesChanged());
  }

  setBadges(ids: readonly number[], badges: readonly number[]): void {
    ids.forEach((id, index) => this.#store.setBadge(id, badges[index] ?? 0));
    this.#badgesChanged();
  }

  /** Makes windows stale: what main adds to their rows has changed. */
  touch(): void {
    // What is scheduled makes them stale anyway.
    if (this.#scheduled) return;
    this.#revision += 1;
    this.#announce();
  }

  #takeRows(range: number, page: PageColumns, from: number, to: number, inOrder: boolean): void {
    const first = this.#store.append(page, from, to);
    this.#names.append(range, first, to - from, inOrder);
    this.#selection.arrived(first);
    const known = this.#knownRows.among(first, this.#store.count);
    if (known.length > 0) this.#ports.onKnown(known);
  }

  #end(error: AppError | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#schedule();
  }

  #badgesChanged(): void {
    this.#badgeChanges += 1;
    this.#rematch();
  }

  #rematch(): void {
    this.#view.invalidate();
    this.#picking?.invalidate();
    this.#schedule();
  }

  /** Shows what there is soon: at once when nothing was shown lately. */
  #schedule(): void {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    const { clock } = this.#ports;
    clock.after(Math.max(0, this.#nextAtMs - clock.monotonic()), () => {
      this.#scheduled = false;
      this.#work
        .do((pause) => this.#show(this.#view, pause))
        .then(
          () => this.#announce(),
          (thrown: unknown) => {
            // A newer view is being made, which shows these rows too; what came meanwhile is shown after it.
            if (thrown instanceof Superseded) return this.#schedule();
            this.#error ??= toAppError(thrown);
            this.#announce();
          },
        );
    });
  }

  async #show(view: ListingView, pause: Pause): Promise<void> {
    const { clock } = this.#ports;
    const begunMs = clock.monotonic();
    const candidate = view !== this.#view;
    await view.match(pause);
    const failure = view.failure;
    if (candidate && failure !== null) throw new AppFailure(failure);
    const [count, ended] = [this.#store.count, this.#ended];
    const snapshot = await view.arrange(this.#names, pause);
    await this.#picking?.run(count, pause);
    this.#view = view;
    this.#snapshot = snapshot;
    this.#arrangement += 1;
    this.#complete = ended && this.#error === null && count === this.#store.count;
    if (this.#complete) this.#selection.awaitNothing();
    this.#revision += 1;
    const nowMs = clock.monotonic();
    this.#nextAtMs = nowMs + Math.max(ANNOUNCE_MS, (nowMs - begunMs) / ARRANGE_SHARE);
  }

  #announce(): void {
    if (this.#closed) return;
    this.#ports.onChange(this.state());
    this.#announced();
  }
}
