import type { BrowseRow, BrowseState, BrowseView, RowRef, SelectionChange } from '../../shared/browse.ts';
import type { Output } from '../../shared/contract.ts';
import { AppFailure, type AppError } from '../../shared/errors.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import type { S3Access } from '../s3/access.ts';

/** Said of a listing that was closed, by whichever side notices it. */
export const notOpen = (): AppFailure =>
  new AppFailure({ code: 'not-found', message: 'This listing is no longer open.' });

/** What a listing is of. */
export interface ListingTarget {
  readonly locationId: string;
  readonly prefix: string;
  readonly scope: BrowseState['scope'];
}

/** A row as the listing knows it; what the queue knows of it is added where the queue lives. */
export type ListedRow = Omit<BrowseRow, 'badge' | 'imported'>;

/** An object whose badge only the main process can tell. */
export interface KnownRow {
  readonly id: number;
  readonly object: SelectedObject;
}

/** Objects that can have a badge other than "none". */
export interface KnownObjects {
  /** Keys of this workstation's imports. */
  readonly keys: Iterable<string>;
  /** Imports of the team's other workstations, by the object half of their references. */
  readonly teamObjects: Iterable<string>;
}

/** Calls to the listing worker: what each takes and what it answers. */
export interface ListingCalls {
  readonly open: {
    readonly input: ListingTarget & {
      readonly view: BrowseView;
      readonly pick: BrowseView['filter'] | null;
      readonly access: S3Access;
    };
    readonly output: BrowseState;
  };
  readonly view: { readonly input: { readonly view: BrowseView }; readonly output: BrowseState };
  readonly rows: {
    readonly input: { readonly from: number; readonly count: number };
    readonly output: { readonly revision: number; readonly rows: readonly ListedRow[] };
  };
  readonly select: { readonly input: { readonly change: SelectionChange }; readonly output: BrowseState };
  readonly find: {
    readonly input: { readonly text: string; readonly after: number };
    readonly output: number;
  };
  readonly locate: {
    readonly input: { readonly ids: readonly number[] };
    readonly output: { readonly indexes: number[] };
  };
  readonly step: {
    readonly input: { readonly from: RowRef; readonly by: 1 | -1; readonly isSelected: boolean };
    readonly output: { readonly row: RowRef | null };
  };
  readonly ordinal: {
    readonly input: { readonly rowId: number; readonly isSelected: boolean };
    readonly output: Output<'browse.ordinal'>;
  };
  readonly stop: { readonly input: null; readonly output: BrowseState };
  readonly close: { readonly input: null; readonly output: null };
  /** What a row is that the operator looks into; null for a folder, and for a row that there is not. */
  readonly object: { readonly input: { readonly id: number }; readonly output: SelectedObject | null };
  /** The rows that are selected now; what they are is asked for by `objects`, a part at a time. */
  readonly selected: { readonly input: null; readonly output: Uint32Array };
  readonly objects: {
    readonly input: { readonly ids: Uint32Array };
    readonly output: readonly SelectedObject[];
  };
  /** Objects that something is known of; answers with the rows of these. */
  readonly know: {
    readonly input: {
      readonly bucket: string;
      readonly keys: readonly string[];
      readonly teamObjects: readonly string[];
    };
    readonly output: readonly KnownRow[];
  };
  /** Badges of such rows, as indexes of `importBadges`. */
  readonly badge: {
    readonly input: { readonly ids: readonly number[]; readonly badges: readonly number[] };
    readonly output: null;
  };
  /** Makes windows stale, because what main adds to them has changed. */
  readonly touch: { readonly input: null; readonly output: null };
}

/** Name of a call. */
export type ListingCall = keyof ListingCalls;

/** A call on its way to the worker. */
export type CallMessage = {
  readonly [C in ListingCall]: {
    readonly id: number;
    readonly listingId: string;
    readonly call: C;
    readonly input: ListingCalls[C]['input'];
  };
}[ListingCall];

/** What comes back: an answer to a call, a listing's new state, or rows whose badges are asked for. */
export type WorkerMessage =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: AppError }
  | { readonly kind: 'changed'; readonly state: BrowseState }
  | { readonly kind: 'known'; readonly listingId: string; readonly rows: readonly KnownRow[] };
