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
  /** Takes a snapshot of a listing's selection as a draft; what opens it (button, keys, a drop) does not matter. */
  readonly openDraftFromSelection: (listingId: string) => Promise<AppError | null>;
  readonly summariseDraft: (request: DraftRequest) => Promise<Result<DraftSummary>>;
  readonly draftRows: (request: Input<'drafts.rows'>) => Promise<Result<readonly DraftRow[]>>;
  /** Queues the draft, remembers its settings, and closes it. */
  readonly startDraft: (request: DraftRequest) => Promise<Result<Output<'drafts.start'>>>;
  readonly discardDraft: () => Promise<AppError | null>;
  readonly listProjects: (teamId: string) => Promise<Result<readonly Project[]>>;
  readonly createProject: (teamId: string, name: string) => Promise<Result<Project>>;
}

/** See {@link DraftSlice}. */
export const createDraftSlice: Slice<DraftSlice> = (client) => (set, get) => ({
  draftId: null,
  draftProjectName: null,
  async openDraftFromSelection(listingId) {
    const result = await client.request('drafts.fromSelection', { listingId });
    if (!result.ok) return result.error;
    set({ draftId: result.value.draftId, draftProjectName: null });
    return null;
  },
  summariseDraft: (request) => client.request('drafts.summary', request),
  draftRows: (request) => client.request('drafts.rows', request),
  async startDraft(request) {
    const result = await client.request('drafts.start', request);
    if (!result.ok) return result;
    set({ draftId: null });
    await get().changeSettings({ lastBatch: request.settings });
    return result;
  },
  async discardDraft() {
    const { draftId } = get();
    if (draftId === null) return null;
    set({ draftId: null });
    const result = await client.request('drafts.discard', { draftId });
    return result.ok ? null : result.error;
  },
  listProjects: (teamId) => client.request('projects.list', { teamId }),
  createProject: (teamId, name) => client.request('projects.create', { teamId, name }),
});
