import type { AppError } from '../../shared/errors.ts';
import type { UpdateState } from '../../shared/updates.ts';
import type { Slice } from './store.ts';

/** How far the app is with its own renewal, as main tells it. */
export interface UpdatesSlice {
  /** Null until main has answered once. */
  readonly updateState: UpdateState | null;
  readonly updateStateChanged: (state: UpdateState) => void;
  readonly loadUpdateState: () => Promise<AppError | null>;
  readonly checkForUpdate: () => Promise<AppError | null>;
  readonly installUpdate: () => Promise<AppError | null>;
}

/** See {@link UpdatesSlice}. */
export const createUpdatesSlice: Slice<UpdatesSlice> = (client) => (set) => {
  const take = async (
    asked: ReturnType<typeof client.request<'updates.get' | 'updates.check'>>,
  ): Promise<AppError | null> => {
    const result = await asked;
    if (result.ok) set({ updateState: result.value });
    return result.ok ? null : result.error;
  };
  return {
    updateState: null,
    updateStateChanged: (updateState) => set({ updateState }),
    loadUpdateState: () => take(client.request('updates.get', null)),
    checkForUpdate: () => take(client.request('updates.check', null)),
    async installUpdate() {
      const result = await client.request('updates.install', null);
      return result.ok ? null : result.error;
    },
  };
};
