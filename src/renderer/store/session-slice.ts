import type { RequestName } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { ConnectionId, EnvironmentId, Session } from '../../shared/session.ts';
import type { Slice } from './store.ts';

/** Who is connected. Actions answer the error to show in place, or null. */
export interface SessionSlice {
  /** Null until the main process has answered once. */
  readonly session: Session | null;
  readonly loadSession: () => Promise<AppError | null>;
  /** Checks the key with Pixop; it is stored only when Pixop accepted it. */
  readonly saveKey: (apiKey: string) => Promise<AppError | null>;
  readonly clearKey: () => Promise<AppError | null>;
  readonly checkSession: () => Promise<AppError | null>;
  readonly selectEnvironment: (environmentId: EnvironmentId) => Promise<AppError | null>;
  readonly selectConnection: (connectionId: ConnectionId) => Promise<AppError | null>;
  /** Checks the key with Pixop and shows its account. */
  readonly addConnection: (environmentId: EnvironmentId, apiKey: string) => Promise<AppError | null>;
  readonly removeConnection: (connectionId: ConnectionId) => Promise<AppError | null>;
  readonly sessionChanged: (session: Session) => void;
}

/** See {@link SessionSlice}. */
export const createSessionSlice: Slice<SessionSlice> = (client) => (set) => {
  type SessionCall = Extract<RequestName, `session.${string}`>;
  const call = async (answer: ReturnType<typeof client.request<SessionCall>>): Promise<AppError | null> => {
    const result = await answer;
    if (!result.ok) return result.error;
    set({ session: result.value });
    return null;
  };
  return {
    session: null,
    loadSession: () => call(client.request('session.get', null)),
    saveKey: (apiKey) => call(client.request('session.saveKey', { apiKey })),
    clearKey: () => call(client.request('session.clearKey', null)),
    checkSession: () => call(client.request('session.check', null)),
    selectEnvironment: (environmentId) =>
      call(client.request('session.selectEnvironment', { environmentId })),
    selectConnection: (connectionId) => call(client.request('session.selectConnection', { connectionId })),
    addConnection: (environmentId, apiKey) =>
      call(client.request('session.addConnection', { environmentId, apiKey })),
    removeConnection: (connectionId) => call(client.request('session.removeConnection', { connectionId })),
    sessionChanged: (session) => set({ session }),
  };
};
