import { expect, it } from 'vitest';
import { openConnections } from '../../../src/main/session/connections.ts';
import { connectionIdSchema, type EnvironmentId } from '../../../src/shared/session.ts';

const record = (connectionId: string, environmentId: EnvironmentId, isRemoved = false) => ({
  connectionId,
  environmentId,
  account: { accountId: connectionId, email: 'a@b', name: 'A', teamName: 'T' },
  teamId: null,
  isRemoved,
});

const open = async (connections: readonly object[], environments: readonly EnvironmentId[]) => {
  const saved: unknown[] = [];
  const opened = await openConnections({
    file: {
      load: async () => ({ version: 1, connections }),
      save: async (value) => void saved.push(structuredClone(value)),
    },
    queuesOnDisk: async () => [],
    environments,
  });
  return { opened, saved };
};

it('those of environments that this run does not know are not shown, and not lost', async () => {
  const all = [record('staging', 'staging'), record('production-2', 'production')];
  const { opened, saved } = await open(all, ['production']);
  expect(opened.list().map(({ connectionId }) => connectionId)).toEqual(['production-2']);
  await opened.put(record('production', 'production'));
  expect(saved).toMatchObject([
    { connections: [{ connectionId: 'staging' }, { connectionId: 'production-2' }, {}] },
  ]);
});

it('are listed by environment, and there in the order in which they came', async () => {
  const ids = ['staging', 'production-10', 'production-2', 'production'] as const;
  const all = ids.map((id) => record(id, id === 'staging' ? 'staging' : 'production'));
  const { opened } = await open(all, ['production', 'staging']);
  expect(opened.list().map(({ connectionId }) => connectionId)).toEqual([
    'production',
    'production-2',
    'production-10',
    'staging',
  ]);
});

it('a choice that is gone, or of another environment than the policy’s, is the environment’s first', async () => {
  const all = [record('production', 'production', true), record('production-2', 'production')];
  const { opened } = await open(all, ['production', 'staging']);
  expect(opened.chosen('production', 'production').connectionId).toBe('production-2');
  expect(opened.chosen('production', 'staging').connectionId).toBe('production-2');
  expect(opened.chosen('staging', 'production-2').connectionId).toBe('staging');
});

it('have names that are safe in a path', () => {
  const bad = ['..', 'production-1', 'production-02', 'production/x', 'production-10000', 'Production', ''];
  for (const name of bad) expect(connectionIdSchema.safeParse(name).success, name).toBe(false);
  for (const name of ['production', 'staging-2', 'simulator-9999'])
    expect(connectionIdSchema.safeParse(name).success, name).toBe(true);
});
