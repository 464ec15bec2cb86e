import { describe, expect, it } from 'vitest';
import { createMemoryVault } from '../../../src/main/secrets/key-vault.ts';
import { account, openSession, other, type Disk } from './session-rig.ts';

const none = (): Disk => ({ saved: undefined, queues: [] });

/** Connected as one account, with the key of another at hand. */
async function connected(disk = none(), vault = createMemoryVault('test')) {
  const rig = await openSession(vault, disk);
  rig.pixop.good.set('other-key', other);
  await rig.service.saveKey('good-key');
  return rig;
}
const conflict = (serviceCode: string) => ({ error: { code: 'conflict', detail: { serviceCode } } });

describe('a second account', () => {
  it('is a connection of its own, with a key of its own, and the first stays as it was', async () => {
    const { service, vault } = await connected();
    const session = await service.addConnection('production', 'other-key');
    expect(session).toMatchObject({
      connectionId: 'production-2',
      key: 'valid',
      account: other,
      connections: [
        { connectionId: 'production', account: { email: account.email }, key: 'valid' },
        { connectionId: 'production-2', account: { email: other.email, teamName: 'T' }, key: 'valid' },
      ],
    });
    expect(await vault.get('pixop/production/api-key')).toBe('good-key');
    expect(await vault.get('pixop/production-2/api-key')).toBe('other-key');
    const [first, second] = [service.clientFor('production'), service.clientFor('production-2')];
    const { signal } = new AbortController();
    expect([await first.account(signal), await second.account(signal)]).toEqual([account, other]);
  });

  it('is not added when Pixop does not take its key', async () => {
    const { service, disk } = await connected();
    const before = structuredClone(disk.saved);
    await expect(service.addConnection('production', 'wrong-key')).rejects.toMatchObject({
      error: { code: 'unauthorised' },
    });
    expect(disk.saved).toEqual(before);
    expect((await service.get()).connections).toHaveLength(1);
  });

  it('that is connected already is chosen, with its new key', async () => {
    const { service, pixop, vault } = await connected();
    await service.addConnection('production', 'other-key');
    pixop.good.set('newer-key', account);
    const session = await service.addConnection('production', 'newer-key');
    expect(session).toMatchObject({ connectionId: 'production', account });
    expect(session.connections).toHaveLength(2);
    expect(await vault.get('pixop/production/api-key')).toBe('newer-key');
  });

  it('is the first of an environment that had none, under the name that earlier versions gave it', async () => {
    const { service } = await connected();
    expect(await service.addConnection('staging', 'other-key')).toMatchObject({
      connectionId: 'staging',
      environment: { environmentId: 'staging' },
    });
  });

  it('is found again, and chosen, at the next start', async () => {
    const disk = none();
    const vault = createMemoryVault('test');
    const { service, chosen } = await connected(disk, vault);
    await service.addConnection('production', 'other-key');
    const next = await openSession(vault, disk, chosen);
    next.pixop.good.set('other-key', other);
    expect(await next.service.check()).toMatchObject({
      connectionId: 'production-2',
      account: other,
      connections: [{ account: { email: account.email } }, { account: { email: other.email } }],
    });
  });

  it('keeps the team that was chosen for it, and does not get the other’s', async () => {
    const { service, chosen } = await connected();
    chosen.teamId = 'team-of-first';
    await service.addConnection('production', 'other-key');
    expect(chosen.teamId).toBeNull();
    chosen.teamId = 'team-of-second';
    await service.selectConnection('production');
    expect(chosen.teamId).toBe('team-of-first');
    await service.selectConnection('production-2');
    expect(chosen.teamId).toBe('team-of-second');
  });

  it('is shown at once when it is chosen, however long Pixop takes', async () => {
    const { service, pixop, sessions, timers } = await connected();
    await service.addConnection('production', 'other-key');
    pixop.answering = new Promise(() => undefined);
    const choosing = service.selectConnection('production');
    await expect.poll(() => sessions.at(-1)?.connectionId).toBe('production');
    for (const timer of timers) timer();
    expect(await choosing).toMatchObject({ connectionId: 'production' });
  });
});

describe('the key of another account', () => {
  it('is refused while imports of the first are not settled, and nothing of it is kept', async () => {
    const { service, unsettled, vault } = await connected();
    unsettled.set('production', 1);
    await expect(service.saveKey('other-key')).rejects.toMatchObject(conflict('OTHER_ACCOUNT'));
    expect(await vault.get('pixop/production/api-key')).toBe('good-key');
    expect(await service.get()).toMatchObject({ key: 'valid', account });
  });

  it('is refused also after the first one’s key was removed', async () => {
    const { service, unsettled } = await connected();
    unsettled.set('production', 1);
    await service.clearKey();
    await expect(service.saveKey('other-key')).rejects.toMatchObject(conflict('OTHER_ACCOUNT'));
    expect(await service.saveKey('good-key')).toMatchObject({ key: 'valid', account });
  });

  it('is refused also after a restart', async () => {
    const disk = none();
    const vault = createMemoryVault('test');
    await connected(disk, vault);
    const { service, pixop, unsettled } = await openSession(vault, disk);
    pixop.good.set('other-key', other);
    unsettled.set('production', 1);
    await expect(service.saveKey('other-key')).rejects.toMatchObject(conflict('OTHER_ACCOUNT'));
  });

  it('is taken once everything is settled, and the team of the first is not asked of it', async () => {
    const { service, chosen } = await connected();
    chosen.teamId = 'team-of-first';
    expect(await service.saveKey('other-key')).toMatchObject({
      account: other,
      connections: [{ connectionId: 'production', account: { email: other.email } }],
    });
    expect(chosen.teamId).toBeNull();
  });

  it('is refused when that account is connected already', async () => {
    const { service } = await connected();
    await service.addConnection('production', 'other-key');
    await expect(service.saveKey('good-key')).rejects.toMatchObject(conflict('ACCOUNT_CONNECTED'));
  });

  it('is not what one odd answer makes of the first', async () => {
    const { service, pixop, unsettled } = await connected();
    unsettled.set('production', 1);
    pixop.good.set('good-key', other);
    await service.check();
    pixop.good.set('good-key', account);
    expect(await service.saveKey('good-key')).toMatchObject({
      account,
      connections: [{ account: { email: account.email } }],
    });
  });

  it('of the same person is taken at any time', async () => {
    const { service, pixop, unsettled } = await connected();
    unsettled.set('production', 3);
    pixop.good.set('newer-key', { ...account, email: 'moved@example.com' });
    expect(await service.saveKey('newer-key')).toMatchObject({ account: { email: 'moved@example.com' } });
  });
});

describe('an account that is removed', () => {
  it('leaves no key behind, and another one is shown', async () => {
    const { service, vault, removed } = await connected();
    await service.addConnection('production', 'other-key');
    const session = await service.removeConnection('production-2');
    expect(session).toMatchObject({ connectionId: 'production', key: 'valid' });
    expect(session.connections).toHaveLength(1);
    expect(await vault.get('pixop/production-2/api-key')).toBeNull();
    expect(removed).toEqual(['production-2']);
    expect(() => service.clientFor('production-2')).toThrow('not connected any more');
  });

  it('stays while its imports are not settled', async () => {
    const { service, vault, unsettled, removed } = await connected();
    await service.addConnection('production', 'other-key');
    unsettled.set('production-2', 1);
    await expect(service.removeConnection('production-2')).rejects.toMatchObject(
      conflict('CONNECTION_IN_USE'),
    );
    expect(await vault.get('pixop/production-2/api-key')).toBe('other-key');
    expect(removed).toEqual([]);
  });

  it('stays when it is the only one', async () => {
    const { service } = await connected();
    await expect(service.removeConnection('production')).rejects.toMatchObject(conflict('LAST_CONNECTION'));
  });

  it('comes back to its own queue, and nobody else ever gets that', async () => {
    const { service, pixop } = await connected();
    await service.addConnection('production', 'other-key');
    await service.removeConnection('production-2');
    pixop.good.set('third-key', { ...other, accountId: 'third' });
    expect(await service.addConnection('production', 'third-key')).toMatchObject({
      connectionId: 'production-3',
    });
    expect(await service.addConnection('production', 'other-key')).toMatchObject({
      connectionId: 'production-2',
    });
  });
});

describe('queues that were found on disk', () => {
  it('of an earlier version are connections, under the names they had', async () => {
    const vault = createMemoryVault('test');
    await vault.set('pixop/staging/api-key', 'good-key');
    const { service } = await openSession(vault, {
      saved: undefined,
      queues: ['production', 'staging', 'x'],
    });
    const { connections } = await service.selectEnvironment('staging');
    expect(connections).toMatchObject([
      { connectionId: 'production', account: null },
      { connectionId: 'staging', account: { email: account.email }, key: 'valid' },
    ]);
  });

  it('are never given to another account, even when the list of accounts was lost', async () => {
    const disk: Disk = { saved: 'unreadable', queues: ['production', 'production-2'] };
    const { service, pixop, unsettled } = await openSession(createMemoryVault('test'), disk);
    pixop.good.set('other-key', other);
    unsettled.set('production', 1).set('production-2', 1);
    expect(await service.addConnection('production', 'other-key')).toMatchObject({
      connectionId: 'production-3',
    });
  });
});
