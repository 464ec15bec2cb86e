import type { Input } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Session } from '../../shared/session.ts';
import type { Slice } from './store.ts';

/** Who is connected; null until the main process has answered once. */
export interface SessionSlice {
  readonly session: Session | null;
  readonly loadSession: () => Promise<void>;
  /** Checks and stores a key; answers the error to show beside the field, or null. */
  readonly saveKey: (apiKey: string) => Promise<AppError | null>;
  readonly clearKey: () => Promise<void>;
  readonly checkSession: () => Promise<void>;
  readonly selectEnvironment: (
    environmentId: Input<'session.selectEnvironment'>['environmentId'],
  ) => Promise<void>;
  readonly sessionChanged: (session: Session) => void;
}

/** See {@link SessionSlice}. */
export const createSessionSlice: Slice<SessionSlice> = (client) => (set) => ({
  session: null,
  async loadSession() {
    const result = await client.request('session.get', null);
    if (result.ok) set({ session: result.value });
  },
  async saveKey(apiKey) {
    const result = await client.request('session.saveKey', { apiKey });
    if (!result.ok) return result.error;
    set({ session: result.value });
    return null;
  },
  async clearKey() {
    const result = await client.request('session.clearKey', null);
    if (result.ok) set({ session: result.value });
  },
  async checkSession() {
    const result = await client.request('session.check', null);
    if (result.ok) set({ session: result.value });
  },
  async selectEnvironment(environmentId) {
    const result = await client.request('session.selectEnvironment', { environmentId });
    if (result.ok) set({ session: result.value });
  },
  sessionChanged: (session) => set({ session }),
});
