import type { Look } from '../../shared/peek.ts';
import type { AppError } from '../../shared/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { AppState, Slice } from './store.ts';

/** How the browser shows a listing, and what is looked into. */
export interface PeekSlice {
  readonly layout: 'table' | 'grid';
  readonly setLayout: (layout: 'table' | 'grid') => void;
  /** Bytes that previews have read, by location, since the app was started. */
  readonly previewSpent: Readonly<Record<string, number>>;
  readonly previewSpentChanged: (spent: { readonly locationId: string; readonly spentBytes: number }) => void;
  /** Looks into the object of a row of the open listing, wherever it is shown; null once it was given up. */
  readonly lookInto: (rowId: number, isUrgent: boolean, signal: AbortSignal) => Promise<Result<Look | null>>;
  /** How often what could not be looked into was asked for again; see {@link lookRound}. */
  readonly lookedAnew: number;
  readonly lookAnew: () => void;
  /** Why bytes of an object could not be given to a player; null when they were. */
  readonly playFailure: (ticket: string) => Promise<AppError | null>;
  readonly keepPicture: (ticket: string, picture: string) => Promise<AppError | null>;
}

/** Another one asks anew about everything on screen: what may be read has changed, or the operator wants another try. */
export const lookRound = ({ settings, lookedAnew }: AppState): string =>
  `${settings?.previewLimitMb ?? 0}/${lookedAnew}`;

/** See {@link PeekSlice}. */
export const createPeekSlice: Slice<PeekSlice> = (client) => (set, get) => ({
  layout: 'table',
  setLayout: (layout) => set({ layout }),
  previewSpent: {},
  previewSpentChanged: ({ locationId, spentBytes }) =>
    set({ previewSpent: { ...get().previewSpent, [locationId]: spentBytes } }),
  async lookInto(rowId, isUrgent, signal) {
    const listingId = get().browse?.listingId;
    if (listingId === undefined || signal.aborted) return ok(null);
    const lookId = crypto.randomUUID();
    const cancel = (): void => void client.request('peek.cancel', { lookId });
    signal.addEventListener('abort', cancel, { once: true });
    const result = await client.request('peek.look', { lookId, listingId, rowId, isUrgent });
    signal.removeEventListener('abort', cancel);
    return signal.aborted ? ok(null) : result;
  },
  lookedAnew: 0,
  lookAnew: () => set({ lookedAnew: get().lookedAnew + 1 }),
  async playFailure(ticket) {
    const result = await client.request('peek.failure', { ticket });
    return result.ok ? result.value : result.error;
  },
  async keepPicture(ticket, picture) {
    const result = await client.request('peek.keep', { ticket, picture });
    return result.ok ? null : result.error;
  },
});
