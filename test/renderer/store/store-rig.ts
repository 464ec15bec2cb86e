import { connect } from '../../../src/renderer/store/connect.ts';
import { createAppStore } from '../../../src/renderer/store/store.ts';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import type { Session, Source } from '../../../src/shared/session.ts';
import { defaultSettings, settingsSchema } from '../../../src/shared/settings.ts';
import { scriptedClient, type Script } from '../scripted-client.ts';

/** The account's own team. */
export const teamA = { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000a', name: 'A', apiEnabled: true };
/** A second one, which can be chosen. */
export const teamB = { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000b', name: 'B', apiEnabled: true };

/** A session that is connected, changed where the test says so. */
export const session = (part: Partial<Session> = {}): Session => ({
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

/** An input location of a team. */
export const source = (number: number, access: Source['access'], teamId = teamA.teamId): Source => ({
  locationId: `c3b1d2e4-3333-4f5a-b6c7-${String(number).padStart(12, '0')}`,
  teamId,
  name: `Source ${number}`,
  bucket: 'bucket',
  access,
  error: null,
  credentials: null,
  endpoint: { endpoint: null, region: null, pathStyle: false },
});

/** What a scripted failure answers. */
export const failure: AppError = { code: 'upstream', message: 'no', detail: { source: 'pixop' } };

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
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** Starts a store on a scripted main process. */
export const start = async (script: Script = {}) => {
  const client = scriptedClient(startScript(script));
  const store = createAppStore(client);
  const end = connect(client, store);
  await settled();
  return { client, store, end };
};
