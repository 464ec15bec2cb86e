import type { Input, Output } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { CredentialsTest, Source, Team } from '../../shared/session.ts';
import type { AppState, Slice } from './store.ts';

/** Teams, and the input locations of the chosen one. */
export interface SourcesSlice {
  /** Null until loaded. */
  readonly teams: readonly Team[] | null;
  readonly teamsError: AppError | null;
  /** Null while they load. */
  readonly sources: readonly Source[] | null;
  readonly sourcesError: AppError | null;
  readonly selectedLocationId: string | null;
  readonly loadTeams: () => Promise<AppError | null>;
  readonly selectTeam: (teamId: string) => Promise<AppError | null>;
  /** Asks for the locations of the chosen team. */
  readonly loadSources: () => Promise<AppError | null>;
  readonly selectSource: (locationId: string) => void;
  readonly createSource: (input: Input<'sources.create'>) => Promise<Result<Source>>;
  /** Replaces the keys with which Pixop itself reads the bucket. */
  readonly replaceLocationKeys: (input: Input<'sources.replaceKeys'>) => Promise<AppError | null>;
  readonly renameSource: (locationId: string, name: string) => Promise<AppError | null>;
  /** Deletes the location at Pixop; what was open of it goes away. */
  readonly removeSource: (locationId: string) => Promise<AppError | null>;
  readonly saveCredentials: (
    input: Input<'sources.saveCredentials'>,
  ) => Promise<Result<Output<'sources.saveCredentials'>>>;
  readonly testCredentials: (locationId: string) => Promise<Result<CredentialsTest>>;
  readonly clearCredentials: (locationId: string) => Promise<AppError | null>;
  /** Names of the AWS profiles on this computer. */
  readonly listAwsProfiles: () => Promise<Result<readonly string[]>>;
  readonly sourcesChanged: (sources: readonly Source[]) => void;
}

/** The team whose locations and projects are shown: the chosen one, else the account's own. */
export const currentTeamId = (state: AppState): string | null =>
  state.settings?.teamId ?? state.session?.account?.defaultTeam.teamId ?? null;

/** Whether the team's sources can be asked for: a key that was not refused, and a team. */
export const hasTeamInReach = (state: AppState): boolean =>
  (state.session?.key === 'valid' || state.session?.key === 'unchecked') && currentTeamId(state) !== null;

/** The source that the browser shows. */
export const selectedSource = (state: AppState): Source | null =>
  state.sources?.find(({ locationId }) => locationId === state.selectedLocationId) ?? null;

const replaced = (sources: readonly Source[] | null, changed: Source): readonly Source[] =>
  sources?.some(({ locationId }) => locationId === changed.locationId) === true
    ? sources.map((source) => (source.locationId === changed.locationId ? changed : source))
    : [...(sources ?? []), changed];

/** Keeps the selection where it was; else the first source that can be browsed, else the first. */
const selectionIn = (sources: readonly Source[], selected: string | null): string | null =>
  (
    sources.find(({ locationId }) => locationId === selected) ??
    sources.find(({ access }) => access === 'ready') ??
    sources[0]
  )?.locationId ?? null;

/** See {@link SourcesSlice}. */
export const createSourcesSlice: Slice<SourcesSlice> = (client) => (set, get) => {
  const show = (sources: readonly Source[]): void =>
    set({
      sources,
      sourcesError: null,
      selectedLocationId: selectionIn(sources, get().selectedLocationId),
    });
  return {
    teams: null,
    teamsError: null,
    sources: null,
    sourcesError: null,
    selectedLocationId: null,
    async loadTeams() {
      const connectionId = get().session?.connectionId;
      const result = await client.request('teams.list', null);
      // Another account may be shown by now.
      if (get().session?.connectionId !== connectionId) return null;
      set(result.ok ? { teams: result.value, teamsError: null } : { teamsError: result.error });
      return result.ok ? null : result.error;
    },
    selectTeam: (teamId) => get().changeSettings({ teamId }),
    async loadSources() {
      const teamId = currentTeamId(get());
      const connectionId = get().session?.connectionId;
      if (teamId === null) return null;
      set({ sourcesError: null });
      const result = await client.request('sources.list', { teamId });
      // Another team or account may have been chosen while this one was asked for.
      if (currentTeamId(get()) !== teamId || get().session?.connectionId !== connectionId) return null;
      if (!result.ok) {
        set({ sourcesError: result.error });
        return result.error;
      }
      show(result.value);
      return null;
    },
    selectSource: (selectedLocationId) => set({ selectedLocationId }),
    async createSource(input) {
      const result = await client.request('sources.create', input);
      if (result.ok) {
        show(replaced(get().sources, result.value));
        set({ selectedLocationId: result.value.locationId });
      }
      return result;
    },
    async replaceLocationKeys(input) {
      const result = await client.request('sources.replaceKeys', input);
      return result.ok ? null : result.error;
    },
    async renameSource(locationId, name) {
      const result = await client.request('sources.rename', { locationId, name });
      if (!result.ok) return result.error;
      show(replaced(get().sources, result.value));
      return null;
    },
    async removeSource(locationId) {
      const result = await client.request('sources.remove', { locationId });
      const { sources } = get();
      const others = (sources ?? []).filter((source) => source.locationId !== locationId);
      // Main has taken it off the list also where only its credentials could not be forgotten.
      if (result.ok || others.length === sources?.length) {
        get().forgetPlaces(locationId);
        show(others);
      }
      return result.ok ? null : result.error;
    },
    async saveCredentials(input) {
      const result = await client.request('sources.saveCredentials', input);
      if (result.ok) {
        show(replaced(get().sources, result.value.source));
        get().lookAnew();
      }
      return result;
    },
    testCredentials: (locationId) => client.request('sources.testCredentials', { locationId }),
    async clearCredentials(locationId) {
      const result = await client.request('sources.clearCredentials', { locationId });
      if (!result.ok) return result.error;
      show(replaced(get().sources, result.value));
      return null;
    },
    listAwsProfiles: () => client.request('sources.awsProfiles', null),
    sourcesChanged: show,
  };
};
