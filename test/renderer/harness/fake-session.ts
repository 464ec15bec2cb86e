import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import type {
  Account,
  Connection,
  Environment,
  Project,
  Session,
  Team,
} from '../../../src/shared/session.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import type { Scenario } from './scenarios.ts';

/** The teams of the scripted account. */
export const teams: readonly Team[] = [
  { teamId: '5e0c8f6a-1111-4a1b-9d5e-000000000001', name: 'Nordlys Postproduction', apiEnabled: true },
  { teamId: '5e0c8f6a-1111-4a1b-9d5e-000000000002', name: 'Nordlys Archive Restoration', apiEnabled: true },
  { teamId: '5e0c8f6a-1111-4a1b-9d5e-000000000003', name: 'Trial', apiEnabled: false },
];

const environments: readonly Environment[] = [
  { environmentId: 'production', label: 'Production', host: 'api.pixop.com' },
  { environmentId: 'staging', label: 'Staging', host: 'staging-api.pixop.com' },
];

const invalidKey: AppError = {
  code: 'unauthorised',
  message: 'The API key is invalid.',
  detail: { source: 'pixop', serviceCode: 'INVALID_API_KEY', httpStatus: 401, requestId: '7f3d9a52c1e84b60' },
};

const account: Account = {
  accountId: 'mette',
  email: 'mette.holm@nordlys.example',
  name: 'Mette Holm',
  defaultTeam: {
    teamId: '5e0c8f6a-1111-4a1b-9d5e-000000000001',
    name: 'Nordlys Postproduction',
    apiEnabled: true,
  },
};

/** The scripted account alone, or among others. */
export function fakeConnections({ accounts, key, settings }: Scenario): Connection[] {
  const { email, name, defaultTeam } = account;
  const [production, staging] = environments;
  if (production === undefined || staging === undefined) throw new Error('The script has no environment');
  const environment = settings.environmentId === 'staging' ? staging : production;
  const { environmentId } = environment;
  const own = key === 'absent' ? null : { email, name, teamName: defaultTeam.name };
  const first: Connection = { connectionId: environmentId, environment, account: own, key };
  if (accounts === 'one') return [first];
  const others = [
    ['production-2', 'archive@nordlys.example', 'Nordlys Archive Restoration', production],
    [
      'production-3',
      'imports.for.the.second.season.of.isen@broadcaster-with-a-long-name.example',
      'Broadcaster with a long name, incoming deliveries and masters',
      production,
    ],
    ['staging', email, 'Nordlys Postproduction', staging],
  ] as const;
  return [
    first,
    ...others.map(([connectionId, address, teamName, where]) => ({
      connectionId,
      environment: where,
      account: { email: address, name: address, teamName },
      key: 'unchecked' as const,
    })),
  ];
}

const projectNames = ['Dailies week 47', 'Feature restoration', 'Archive 1962–1974', 'Trailers'];

/** A key and an account; a key that holds the word "wrong" is rejected as Pixop does it. */
export function createFakeSession({
  scenario,
  emit,
}: FakeContext): FakeHandlers<'session' | 'teams' | 'projects'> {
  const [firstTeam] = teams;
  const [production] = environments;
  if (firstTeam === undefined || production === undefined) throw new Error('The script has no team');
  let session: Session = {
    environment:
      environments.find(({ environmentId }) => environmentId === scenario.settings.environmentId) ??
      production,
    environments: [...environments],
    connectionId: scenario.settings.environmentId ?? 'production',
    connections: fakeConnections(scenario),
    key: scenario.key,
    account:
      scenario.hasAccount && (scenario.key === 'valid' || scenario.key === 'unchecked') ? account : null,
    error: scenario.sessionError,
    secretStore: scenario.hasKeychain
      ? { kind: 'keychain' }
      : { kind: 'memory', reason: 'No Secret Service answered on the session bus.' },
  };
  const change = (part: Partial<Session>): Session => {
    session = { ...session, ...part };
    emit('session.changed', session);
    return session;
  };
  const choose = (connectionId: string): Session => {
    const known = session.connections.find((connection) => connection.connectionId === connectionId);
    if (known === undefined) {
      const environment =
        environments.find(({ environmentId }) => environmentId === connectionId) ?? production;
      return change({ environment, connectionId, key: 'absent', account: null, error: null });
    }
    const { environment, account: remembered } = known;
    const chosen = remembered === null ? null : { ...account, ...remembered };
    return change({ environment, connectionId, key: 'valid', account: chosen, error: null });
  };
  const projects: Project[] = projectNames.map((name, index) => ({
    projectId: `9a7e4c10-2222-4c3d-8e6f-00000000000${index + 1}`,
    teamId: firstTeam.teamId,
    name,
  }));
  return {
    'session.get': () => {
      if (scenario.failsToStart) throw new Error('The settings file could not be read.');
      return session;
    },
    'session.selectEnvironment': ({ environmentId }) => choose(environmentId),
    'session.selectConnection': ({ connectionId }) => choose(connectionId),
    'session.addConnection': ({ environmentId, apiKey }) => {
      if (apiKey.includes('wrong')) throw new AppFailure(invalidKey);
      const environment = environments.find((known) => known.environmentId === environmentId) ?? production;
      const connectionId = `${environmentId}-${session.connections.length + 1}`;
      const added = { email: 'new@nordlys.example', name: 'New', teamName: 'Nordlys Trailers' };
      const connections = [
        ...session.connections,
        { connectionId, environment, account: added, key: 'valid' as const },
      ];
      return change({ connections, connectionId, environment, key: 'valid', error: null });
    },
    'session.removeConnection': ({ connectionId }) => {
      if (scenario.queue !== 'empty') {
        throw new AppFailure({
          code: 'conflict',
          message: 'Imports of this account are not finished.',
          detail: { source: 'app', serviceCode: 'CONNECTION_IN_USE' },
        });
      }
      const connections = session.connections.filter((known) => known.connectionId !== connectionId);
      change({ connections });
      return choose(connections[0]?.connectionId ?? 'production');
    },
    'session.saveKey': ({ apiKey }) => {
      if (apiKey.includes('wrong')) {
        throw new AppFailure(invalidKey);
      }
      if (apiKey.includes('other')) {
        throw new AppFailure({
          code: 'conflict',
          message: 'This key belongs to another account.',
          detail: { source: 'app', serviceCode: 'OTHER_ACCOUNT' },
        });
      }
      return change({ key: 'valid', account, error: null });
    },
    'session.clearKey': () => change({ key: 'absent', account: null, error: null }),
    'session.check': () => session,
    'teams.list': () => [...teams],
    'projects.list': ({ teamId }) => projects.filter((project) => project.teamId === teamId),
    'projects.create': ({ teamId, name }) => {
      const project: Project = {
        projectId: `9a7e4c10-2222-4c3d-8e6f-0000000001${String(projects.length).padStart(2, '0')}`,
        teamId,
        name,
      };
      projects.push(project);
      return project;
    },
  };
}
