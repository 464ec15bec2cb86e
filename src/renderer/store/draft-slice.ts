import type { BrowseState } from '../../shared/browse.ts';
import type { Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { DraftRow, DraftSummary } from '../../shared/imports.ts';
import type { Result } from '../../shared/result.ts';
import type { Project } from '../../shared/session.ts';
import type { Slice } from './store.ts';

/** A draft with the settings that it would start with. */
export type DraftRequest = Input<'drafts.summary'>;

/** The selection on its way to becoming a batch. */
export interface DraftSlice {
  /** The open draft; null while there is none. */
  readonly draftId: string | null;
  /** The project that the draft's list asks for; it wins over that of the last batch. */
  readonly draftProjectName: string | null;
  /**
   * Takes a snapshot of a listing's selection as a draft; what opens it (button, keys, a drop) does not matter. While one
   * is open or on its way, a key that is held down or a second press asks for nothing more.
   */
  readonly openDraftFromSelection: (listingId: string) => Promise<AppError | null>;
  /** The same with what is selected on screen, once main knows all of it; nothing happens while nothing is selected. */
  readonly importSelection: () => Promise<AppError | null>;
  /** Opens a draft that main has made; one that was open before is discarded: main keeps all its objects. */
  readonly showDraft: (draft: Pick<DraftSlice, 'draftProjectName'> & { readonly draftId: string }) => void;
  readonly summariseDraft: (request: DraftRequest) => Promise<Result<DraftSummary>>;
  readonly draftRows: (request: Input<'drafts.rows'>) => Promise<Result<readonly DraftRow[]>>;
  /** Queues the draft, remembers its settings, and closes it; what it was taken from is selected no more. */
  readonly startDraft: (request: DraftRequest) => Promise<Result<Output<'drafts.start'>>>;
  readonly discardDraft: () => Promise<AppError | null>;
  readonly listProjects: (teamId: string) => Promise<Result<readonly Project[]>>;
  readonly createProject: (teamId: string, name: string) => Promise<Result<Project>>;
}

type Taken = Pick<BrowseState, 'listingId' | 'selected' | 'selectedBytes'> & { readonly draftId: string };

/** See {@link DraftSlice}. */
export const createDraftSlice: Slice<DraftSlice> = (client) => (set, get) => {
  // What was selected when the last draft was taken from a listing.
  let taken: Taken | null = null;
  // The draft that is on its way; the newest, where several listings were asked.
  let opening: { readonly listingId: string; readonly answer: Promise<AppError | null> } | null = null;

  const discard = async (draftId: string): Promise<AppError | null> => {
    const result = await client.request('drafts.discard', { draftId });
    return result.ok ? null : result.error;
  };
  const open = async (listingId: string): Promise<AppError | null> => {
    const { browse } = get();
    const result = await client.request('drafts.fromSelection', { listingId });
    const isNewest = opening?.listingId === listingId;
    if (isNewest) opening = null;
    if (!result.ok) return result.error;
    const { draftId } = result.value;
    // Another listing was asked since, or a list has become a draft: nobody will see this one.
    if (!isNewest || get().draftId !== null) return discard(draftId);
    taken = browse?.listingId === listingId ? { ...browse, draftId } : null;
    get().showDraft({ draftId, draftProjectName: null });
    return null;
  };
  /** Clears the selection that a draft was taken from, unless more is or will be selected: it is still to be imported. */
  const clearTaken = async (draftId: string): Promise<void> => {
    const { browse, picking, changeSelection } = get();
    if (browse === null || taken === null || taken.draftId !== draftId) return;
    const { listingId, selected, selectedBytes } = taken;
    taken = null;
    const isSame =
      browse.listingId === listingId &&
      browse.selected === selected &&
      browse.selectedBytes === selectedBytes;
    const goesOn = picking !== null && !browse.complete && browse.error === null;
    if (isSame && !goesOn) await changeSelection({ kind: 'none' });
  };
  return {
    draftId: null,
    draftProjectName: null,
    async openDraftFromSelection(listingId) {
      if (get().draftId !== null) return null;
      // What goes wrong is told once, to whoever asked first.
      if (opening?.listingId === listingId) return opening.answer.then(() => null);
      const answer = open(listingId);
      opening = { listingId, answer };
      return answer;
    },
    async importSelection() {
      const { place: asked, selectionSettled } = get();
      await selectionSettled();
      const { place, browse } = get();
      // A place that was listed anew meanwhile has taken over the selection; one that was left was not meant.
      if (place !== asked || browse === null || browse.selected === 0) return null;
      return get().openDraftFromSelection(browse.listingId);
    },
    showDraft(draft) {
      const { draftId: replaced } = get();
      set(draft);
      if (replaced !== null) void discard(replaced);
    },
    summariseDraft: (request) => client.request('drafts.summary', request),
    draftRows: (request) => client.request('drafts.rows', request),
    async startDraft(request) {
      const result = await client.request('drafts.start', request);
      if (!result.ok) return result;
      if (get().draftId === request.draftId) set({ draftId: null });
      await Promise.all([clearTaken(request.draftId), get().changeSettings({ lastBatch: request.settings })]);
      return result;
    },
    async discardDraft() {
      const { draftId } = get();
      if (draftId === null) return null;
      set({ draftId: null });
      return discard(draftId);
    },
    listProjects: (teamId) => client.request('projects.list', { teamId }),
    createProject: (teamId, name) => client.request('projects.create', { teamId, name }),
  };
};
