import type { Client } from '../client.ts';
import { currentTeamId } from './sources-slice.ts';
import type { AppState, AppStore } from './store.ts';

/**
 * What teams, sources and the queue depend on: when it changes they are asked for again. An account whose key was refused stays the
 * same account: its buckets can be browsed without Pixop, and nothing on screen is taken away.
 */
function scopeOf(state: AppState): {
  readonly connectionId: string | null;
  readonly account: string | null;
  readonly teamId: string | null;
} {
  const { session } = state;
  const connectionId = session?.connectionId ?? null;
  const isKnown =
    session !== null &&
    (session.key === 'valid' ||
      session.key === 'unchecked' ||
      (session.key === 'rejected' && session.account !== null));
  return isKnown
    ? {
        connectionId,
        account: `${session.connectionId} ${session.account?.email ?? ''}`,
        teamId: currentTeamId(state),
      }
    : { connectionId, account: null, teamId: null };
}

/**
 * Ties the store to the main process: events keep it current, first answers fill it, and teams and sources follow
 * the account and the team. Errors are kept in the state, where the screens show them.
 */
export function connect(client: Client, store: AppStore): () => void {
  const state = store.getState();
  const endings = [
    client.subscribe('session.changed', state.sessionChanged),
    client.subscribe('settings.changed', state.settingsChanged),
    client.subscribe('saved.changed', state.savedChanged),
    client.subscribe('sources.changed', state.sourcesChanged),
    client.subscribe('browse.changed', state.browseChanged),
    client.subscribe('manifests.changed', state.manifestChanged),
    client.subscribe('peek.spent', state.previewSpentChanged),
    client.subscribe('queue.changed', state.queueChanged),
    client.subscribe('updates.changed', state.updateStateChanged),
    client.subscribe('batch.show', ({ batchId }) =>
      store.getState().openOverlay({ kind: 'history', batchId }),
    ),
    client.subscribe('app.command', ({ command }) => {
      store.getState().runCommand(command);
    }),
  ];

  let known = scopeOf(state);
  endings.push(
    store.subscribe((next, before) => {
      const scope = scopeOf(next);
      const isOtherQueue = known.connectionId !== null && scope.connectionId !== known.connectionId;
      const isNewAccount = scope.account !== known.account;
      const isNewTeam = scope.teamId !== known.teamId;
      if (!isNewAccount && !isNewTeam && !isOtherQueue) {
        // What failed for want of a key is asked for again.
        if (next.session?.key !== 'valid' || before.session?.key === 'valid') return;
        if (next.teamsError !== null) void next.loadTeams();
        if (next.sourcesError !== null) void next.loadSources();
        return;
      }
      known = scope;
      if (isOtherQueue) {
        // Nothing of one account is left on screen under the name of another.
        next.forgetPlaces(null);
        store.setState({ selectedLocationId: null });
        next.showInQueue({ batchId: null, search: '' });
        void next.loadQueue();
      }
      if (isNewAccount) {
        store.setState({ teams: null, teamsError: null });
        if (scope.account !== null) void next.loadTeams();
      }
      store.setState({ sources: null, sourcesError: null });
      if (scope.teamId !== null) void next.loadSources();
    }),
  );

  void load(store);
  return () => {
    for (const end of endings) end();
  };
}

/** Asks for everything that the first screen needs; also the window's "Try again". */
export async function load(store: AppStore): Promise<void> {
  const { loadAppInfo, loadSettings, loadSession, loadSaved, loadQueue, loadUpdateState } = store.getState();
  void loadQueue();
  void loadUpdateState();
  const errors = await Promise.all([loadAppInfo(), loadSettings(), loadSession(), loadSaved()]);
  store.setState({ startError: errors.find((error) => error !== null) ?? null });
}
