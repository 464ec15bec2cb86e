import { describe, expect, it } from 'vitest';
import { load } from '../../../src/renderer/store/connect.ts';
import { currentTeamId, selectedSource } from '../../../src/renderer/store/sources-slice.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import type { Saved } from '../../../src/shared/saved.ts';
import type { Source } from '../../../src/shared/session.ts';
import { failure, session, settled, source, start, teamA, teamB } from './store-rig.ts';

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
