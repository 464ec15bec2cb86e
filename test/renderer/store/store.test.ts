import { describe, expect, it } from 'vitest';
import { connect, load } from '../../../src/renderer/store/connect.ts';
import { currentTeamId, selectedSource } from '../../../src/renderer/store/sources-slice.ts';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import type { BrowseState } from '../../../src/shared/browse.ts';
import type { Output } from '../../../src/shared/contract.ts';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import { jobStates, type QueueSummary } from '../../../src/shared/imports.ts';
import type { Saved } from '../../../src/shared/saved.ts';
import type { Session, Source } from '../../../src/shared/session.ts';
import { defaultSettings, settingsSchema } from '../../../src/shared/settings.ts';
import { jobRow } from '../queue/job-row.ts';
import { scriptedClient, type Script } from '../scripted-client.ts';

const teamA = { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000a', name: 'A', apiEnabled: true };
const teamB = { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000b', name: 'B', apiEnabled: true };

const session = (part: Partial<Session> = {}): Session => ({
  environment: { environmentId: 'production', label: 'Production', host: 'api.pixop.com' },
  environments: [],
  connectionId: 'production',
  connections: [],
  key: 'valid',
  account: { accountId: 'mette', email: 'mette@example.com', name: 'Mette', defaultTeam: teamA },
  error: null,
  secretStore: { kind: 'keychain' },
  ...part,
});

const source = (number: number, access: Source['access'], teamId = teamA.teamId): Source => ({
  locationId: `c3b1d2e4-3333-4f5a-b6c7-${String(number).padStart(12, '0')}`,
  teamId,
  name: `Source ${number}`,
  bucket: 'bucket',
  access,
  error: null,
  credentials: null,
  endpoint: { endpoint: null, region: null, pathStyle: false },
});

const aListing = (locationId: string, prefix: string, scope: BrowseState['scope']): BrowseState => ({
  listingId: 'listing',
  locationId,
  prefix,
  scope,
  revision: 1,
  listed: 0,
  listedBytes: 0,
  matching: 0,
  matchingObjects: 0,
  matchingBytes: 0,
  complete: true,
  selected: 0,
  selectedBytes: 0,
  selectedHidden: 0,
  error: null,
});
const failure: AppError = { code: 'upstream', message: 'no', detail: { source: 'pixop' } };

/** Answers for a start that goes well; tests override what they are about. */
function startScript(script: Script = {}): Script {
  let settings = defaultSettings;
  return {
    'app.info': () => ({
      version: '1',
      platform: 'linux',
      locale: 'en',
      timeZone: 'UTC',
      homeHint: '~',
      managed: null,
    }),
    'updates.get': () => ({ kind: 'unsupported' }),
    'settings.get': () => settings,
    'settings.change': (change) => (settings = settingsSchema.parse({ ...settings, ...change })),
    'session.get': () => session(),
    'saved.get': () => [],
    'teams.list': () => [teamA, teamB],
    'sources.list': ({ teamId }) => [source(1, 'denied', teamId), source(2, 'ready', teamId)],
    'queue.snapshot': () => {
      throw new AppFailure(failure);
    },
    ...script,
  };
}

/** Lets everything that was already answered arrive. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const start = async (script: Script = {}) => {
  const client = scriptedClient(startScript(script));
  const store = createAppStore(client);
  const end = connect(client, store);
  await settled();
  return { client, store, end };
};

describe('the start', () => {
  it('asks for teams and sources as soon as a key and a team are known, once', async () => {
    const { client, store } = await start();
    expect(client.asked.filter(({ name }) => name === 'teams.list')).toHaveLength(1);
    expect(client.asked.filter(({ name }) => name === 'sources.list')).toHaveLength(1);
    expect(store.getState().startError).toBeNull();
  });

  it('has what the operator saved, and follows it', async () => {
    const bookmark: Saved = {
      kind: 'bookmark',
      id: 'b-1',
      name: 'Day 12',
      environmentId: 'production',
      teamId: teamA.teamId,
      locationId: source(1, 'ready').locationId,
      locationName: 'Media',
      prefix: 'day 12/',
    };
    const { client, store } = await start({ 'saved.get': () => [bookmark] });
    expect(store.getState().saved).toEqual([bookmark]);
    client.publish('saved.changed', []);
    expect(store.getState().saved).toEqual([]);
  });

  it('selects the first source that can be browsed', async () => {
    const { store } = await start();
    expect(selectedSource(store.getState())?.name).toBe('Source 2');
  });

  it('asks for nothing that needs a key while there is none', async () => {
    const { client } = await start({ 'session.get': () => session({ key: 'absent', account: null }) });
    expect(client.asked.map(({ name }) => name)).not.toContain('sources.list');
  });

  it('keeps the reason when main does not answer, and forgets it when a second try does', async () => {
    let isBroken = true;
    const { store } = await start({
      'session.get': () => {
        if (isBroken) throw new AppFailure(failure);
        return session();
      },
    });
    expect(store.getState().startError).toEqual(failure);
    isBroken = false;
    await load(store);
    expect(store.getState()).toMatchObject({ startError: null, session: { key: 'valid' } });
  });

  it('stops listening when it ends', async () => {
    const { client, end } = await start();
    expect(client.listenerCount()).toBeGreaterThan(0);
    end();
    expect(client.listenerCount()).toBe(0);
  });
});

describe('another account, key or team', () => {
  it('drops the old team’s sources at once and asks for the new ones', async () => {
    const { client, store } = await start();
    await store.getState().selectTeam(teamB.teamId);
    expect(store.getState().sources).toBeNull();
    await settled();
    expect(currentTeamId(store.getState())).toBe(teamB.teamId);
    expect(store.getState().sources?.every(({ teamId }) => teamId === teamB.teamId)).toBe(true);
    expect(client.asked.filter(({ name }) => name === 'teams.list')).toHaveLength(1);
  });

  it('does not show the answer for a team that is no longer chosen', async () => {
    const answers = new Map<string, (sources: Source[]) => void>();
    const { store } = await start({
      'sources.list': ({ teamId }) => new Promise((resolve) => answers.set(teamId, resolve)),
    });
    await store.getState().selectTeam(teamB.teamId);
    await settled();
    answers.get(teamB.teamId)?.([source(7, 'ready', teamB.teamId)]);
    await settled();
    answers.get(teamA.teamId)?.([source(1, 'ready')]);
    await settled();
    expect(store.getState().sources?.map(({ name }) => name)).toEqual(['Source 7']);
  });

  it('shows nothing of the old account once its key is gone', async () => {
    const { client, store } = await start();
    client.publish('session.changed', session({ key: 'absent', account: null }));
    expect(store.getState()).toMatchObject({ teams: null, sources: null });
  });

  it('keeps what it shows of an account whose key is refused, and asks again for what was missing', async () => {
    let isRefused = false;
    const { client, store } = await start({
      'teams.list': () => {
        if (isRefused) throw new AppFailure(failure);
        return [teamA, teamB];
      },
    });
    const { sources } = store.getState();
    isRefused = true;
    await store.getState().loadTeams();
    client.publish('session.changed', session({ key: 'rejected', error: failure }));
    await settled();
    expect(store.getState().sources).toBe(sources);

    isRefused = false;
    client.publish('session.changed', session());
    await settled();
    expect(store.getState()).toMatchObject({ sources, teamsError: null });
    expect(client.asked.filter(({ name }) => name === 'sources.list')).toHaveLength(1);
    expect(client.asked.filter(({ name }) => name === 'teams.list')).toHaveLength(3);
  });

  it('does not ask again when the session changes in nothing that matters', async () => {
    const { client } = await start();
    client.publish('session.changed', session({ error: failure }));
    await settled();
    expect(client.asked.filter(({ name }) => name === 'sources.list')).toHaveLength(1);
  });
});

describe('another account that is chosen', () => {
  const summary: QueueSummary = {
    revision: 1,
    counts: Object.fromEntries(jobStates.map((state) => [state, 0])) as QueueSummary['counts'],
    totalBytes: 0,
    doneBytes: 0,
    copiedBytes: 0,
    paused: null,
    offline: false,
    rate: null,
    bytesPerSecond: null,
    etaMs: null,
    unsent: 0,
    safeToQuit: true,
  };
  const queueOf = (name: string): Output<'queue.snapshot'> => ({
    rows: [jobRow({ jobId: name })],
    batches: [],
    total: 1,
    summary,
  });
  const second = (): Session =>
    session({
      connectionId: 'production-2',
      account: { accountId: 'bo', email: 'bo@example.com', name: 'Bo', defaultTeam: teamB },
    });

  it('has its own queue on screen, and nothing is left of the place where the other one was', async () => {
    let shown = 'first';
    const { client, store } = await start({
      'queue.snapshot': () => queueOf(shown),
      'browse.open': ({ locationId, prefix, scope }) => aListing(locationId, prefix, scope),
      'browse.close': () => null,
    });
    await store
      .getState()
      .openPlace({ locationId: source(2, 'ready').locationId, prefix: '', scope: 'folder' });
    expect([...store.getState().jobs.byId.keys()]).toEqual(['first']);

    shown = 'second';
    client.publish('session.changed', second());
    expect(store.getState()).toMatchObject({
      sources: null,
      selectedLocationId: null,
      place: null,
      browse: null,
      back: [],
      queueSummary: null,
    });
    expect([...store.getState().jobs.byId.keys()]).toEqual([]);
    await settled();
    expect([...store.getState().jobs.byId.keys()]).toEqual(['second']);
    expect(client.asked.map(({ name }) => name)).toContain('browse.close');
  });

  it('does not get what the other one’s queue answered late', async () => {
    const answers: ((page: Output<'queue.snapshot'>) => void)[] = [];
    const { client, store } = await start({
      'queue.snapshot': () => new Promise<Output<'queue.snapshot'>>((answer) => void answers.push(answer)),
    });
    client.publish('session.changed', second());
    answers[1]?.(queueOf('second'));
    answers[0]?.(queueOf('first'));
    await settled();
    expect([...store.getState().jobs.byId.keys()]).toEqual(['second']);
  });

  it('does not get the teams that the other one was asked for', async () => {
    const answers: ((teams: (typeof teamA)[]) => void)[] = [];
    const { client, store } = await start({
      'teams.list': () => new Promise<(typeof teamA)[]>((answer) => void answers.push(answer)),
    });
    client.publish('session.changed', second());
    answers[1]?.([teamB]);
    await settled();
    answers[0]?.([teamA]);
    await settled();
    expect(store.getState().teams).toEqual([teamB]);
  });
});

describe('the sources', () => {
  it('keep their selection when they change', async () => {
    const { client, store } = await start();
    store.getState().selectSource(source(1, 'denied').locationId);
    client.publish('sources.changed', [source(2, 'ready'), source(1, 'ready'), source(3, 'ready')]);
    expect(selectedSource(store.getState())?.name).toBe('Source 1');
  });

  it('fall back to one that can be browsed when the selected one is gone', async () => {
    const { client, store } = await start();
    client.publish('sources.changed', [source(4, 'needs-credentials'), source(5, 'ready')]);
    expect(selectedSource(store.getState())?.name).toBe('Source 5');
  });

  it('keep the reason when they cannot be listed', async () => {
    const { store } = await start({
      'sources.list': () => {
        throw new AppFailure(failure);
      },
    });
    expect(store.getState()).toMatchObject({ sources: null, sourcesError: failure });
  });
});

describe('a key', () => {
  it('that Pixop refuses answers its error and changes nothing', async () => {
    const { store } = await start({
      'session.saveKey': () => {
        throw new AppFailure(failure);
      },
    });
    const before = store.getState().session;
    expect(await store.getState().saveKey('wrong')).toEqual(failure);
    expect(store.getState().session).toBe(before);
  });
});

describe('commands', () => {
  it('are offered while their view is mounted, and run by name', async () => {
    const { client, store } = await start();
    const ran: string[] = [];
    const command = (id: string) => ({ id, section: 'general', title: id, run: () => ran.push(id) }) as const;
    const remove = store.getState().addCommands([command('refresh'), command('pause')]);
    client.publish('app.command', { command: 'refresh' });
    expect(ran).toEqual(['refresh']);
    remove();
    expect(store.getState().runCommand('refresh')).toBe(false);
    expect(store.getState().commands).toEqual([]);
  });

  it('that only have keys are not run by name', async () => {
    const { store } = await start();
    store
      .getState()
      .addCommands([{ id: 'arrows', section: 'browser', title: 'Move', shortcut: 'ArrowDown', run: null }]);
    expect(store.getState().runCommand('arrows')).toBe(false);
  });
});
