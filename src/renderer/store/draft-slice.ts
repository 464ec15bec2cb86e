import type { AppError } from '../../shared/errors.ts';
import type { Slice } from './store.ts';

/** The selection on its way to becoming a batch. */
export interface DraftSlice {
  /** The open draft; null while there is none. */
  readonly draftId: string | null;
  /** Takes a snapshot of a listing's selection as a draft; what opens it (button, keys, a drop) does not matter. */
  readonly openDraftFromSelection: (listingId: string) => Promise<AppError | null>;
}

/** See {@link DraftSlice}. */
export const createDraftSlice: Slice<DraftSlice> = (client) => (set) => ({
  draftId: null,
  async openDraftFromSelection(listingId) {
    const result = await client.request('drafts.fromSelection', { listingId });
    if (!result.ok) return result.error;
    set({ draftId: result.value.draftId });
    return null;
  },
});
