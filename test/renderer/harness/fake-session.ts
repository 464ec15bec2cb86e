import { AppFailure } from '../../../src/shared/errors.ts';
import type { Environment, Project, Session, Team } from '../../../src/shared/session.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

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

const projectNames = ['Dailies week 47', 'Feature restoration', 'Archive 1962–1974', 'Trailers'];

/** A key and an account; a key that holds the word "wrong" is rejected as Pixop does it. */
export function createFakeSession({
  scenario,
  emit,
}: FakeContext): FakeHandlers<'session' | 'teams' | 'projects'> {
  const [firstTeam] = teams;
  const [production] = environments;
  if (firstTeam === undefined || production === undefined) throw new Error('The script has no team');
  const account = { email: 'mette.holm@nordlys.example', name: 'Mette Holm', defaultTeam: firstTeam };
  let session: Session = {
    environment:
      environments.find(({ environmentId }) => environmentId === scenario.settings.environmentId) ??
      production,
    environments: [...environments],
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
    'session.selectEnvironment': ({ environmentId }) =>
      change({
        environment: environments.find((known) => known.environmentId === environmentId) ?? production,
        key: 'absent',
        account: null,
        error: null,
      }),
    'session.saveKey': ({ apiKey }) => {
      if (apiKey.includes('wrong')) {
        throw new AppFailure({
          code: 'unauthorised',
          message: 'The API key is invalid.',
          detail: {
            source: 'pixop',
            serviceCode: 'INVALID_API_KEY',
            httpStatus: 401,
            requestId: '7f3d9a52c1e84b60',
          },
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
