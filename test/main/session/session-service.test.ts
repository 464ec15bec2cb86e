import { describe, expect, it } from 'vitest';
import { createMemoryVault } from '../../../src/main/secrets/key-vault.ts';
import { environmentsWith } from '../../../src/main/session/environments.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import { account, offline, openSession, refused } from './session-rig.ts';

const never = new AbortController().signal;

describe('the session', () => {
  it('starts without a key', async () => {
    expect(await (await openSession()).service.get()).toMatchObject({ key: 'absent', account: null });
  });

  it('does not keep the first window waiting for a Pixop that does not answer', async () => {
    const { service, pixop, vault, sessions, timers } = await openSession();
    await vault.set('pixop/production/api-key', 'good-key');
    let answer: () => void = () => undefined;
    pixop.answering = new Promise((resolve) => (answer = resolve));
    const first = service.get();
    const second = service.get();
    for (const timer of timers) timer();
    expect(await first).toMatchObject({ key: 'unchecked', error: null });
    expect(await second).toMatchObject({ key: 'unchecked', error: null });
    answer();
    await expect.poll(() => sessions.map(({ key }) => key)).toEqual(['valid']);
  });

  it('does not take a proxy’s 401 for Pixop’s word on a key', async () => {
    const { service, pixop } = await openSession();
    await service.saveKey('good-key');
    pixop.down = { code: 'unauthorised', message: 'Proxy', detail: { source: 'pixop', httpStatus: 401 } };
    expect(await service.check()).toMatchObject({ key: 'unchecked' });
  });

  it('stores a key only when Pixop takes it', async () => {
    const { service, vault } = await openSession();
    await expect(service.saveKey('wrong-key')).rejects.toMatchObject({ error: refused });
    expect(await vault.get('pixop/production/api-key')).toBeNull();
    expect(await service.saveKey('  good-key\n')).toMatchObject({ key: 'valid', account });
    expect(await vault.get('pixop/production/api-key')).toBe('good-key');
  });

  it('keeps the old key while a new one is refused', async () => {
    const { service, vault } = await openSession();
    await service.saveKey('good-key');
    await expect(service.saveKey('wrong-key')).rejects.toThrow();
    expect(await vault.get('pixop/production/api-key')).toBe('good-key');
    expect(await service.check()).toMatchObject({ key: 'valid' });
  });

  it('does not ask Pixop about what cannot be a key', async () => {
    await expect((await openSession()).service.saveKey('two words')).rejects.toMatchObject({
      error: { code: 'unauthorised' },
    });
  });

  it('never takes being offline for a bad key', async () => {
    const { service, pixop, vault } = await openSession();
    await service.saveKey('good-key');
    pixop.down = offline;
    expect(await service.check()).toMatchObject({ key: 'unchecked', account, error: offline });
    expect(await vault.get('pixop/production/api-key')).toBe('good-key');
    await expect(service.saveKey('new-key')).rejects.toMatchObject({
      error: { code: 'offline', message: 'down The key was not stored.' },
    });
    expect(await vault.get('pixop/production/api-key')).toBe('good-key');
  });

  it('keeps a key that was revoked until it is replaced, and says once that it is rejected', async () => {
    const { service, pixop, sessions, usable } = await openSession();
    await service.saveKey('good-key');
    pixop.good = new Map([['new-key', account]]);
    const client = service.clientFor('production');
    await expect(client.account(never)).rejects.toThrow();
    await expect(client.account(never)).rejects.toThrow();
    expect(sessions.map(({ key }) => key)).toEqual(['valid', 'rejected']);
    await service.saveKey('new-key');
    expect(usable).toEqual(['production', 'production']);
  });

  it('does not take a refused candidate for a refusal of the stored key', async () => {
    const { service, sessions } = await openSession();
    await service.saveKey('good-key');
    await expect(service.saveKey('wrong-key')).rejects.toThrow();
    expect(sessions.map(({ key }) => key)).toEqual(['valid']);
  });

  it('lets no late answer about an old key speak against the one that replaced it', async () => {
    const { service, pixop } = await openSession();
    await service.saveKey('good-key');
    let answer: () => void = () => undefined;
    pixop.answering = new Promise((resolve) => (answer = resolve));
    const late = service.check();
    // By now the check has asked Pixop, with the old key.
    await new Promise((resolve) => setImmediate(resolve));
    pixop.answering = Promise.resolve();
    pixop.good = new Map([['new-key', account]]);
    await service.saveKey('new-key');
    answer();
    await late;
    expect(await service.get()).toMatchObject({ key: 'valid', error: null });
  });

  it('has a key for each environment', async () => {
    const { service } = await openSession();
    await service.saveKey('good-key');
    expect(await service.selectEnvironment('staging')).toMatchObject({
      key: 'absent',
      environment: { environmentId: 'staging' },
    });
    expect(await service.selectEnvironment('production')).toMatchObject({ key: 'valid' });
  });

  it('says that the keychain cannot be read instead of that there is no key', async () => {
    const locked = {
      ...createMemoryVault('x'),
      get: async () => Promise.reject(new AppFailure({ code: 'keychain-unavailable', message: 'locked' })),
    };
    expect(await (await openSession(locked)).service.get()).toMatchObject({
      key: 'unchecked',
      error: { code: 'keychain-unavailable' },
    });
  });

  it('never shows the key, and tells the log of it before it is used', async () => {
    const { service, sessions, secrets } = await openSession();
    await service.saveKey('good-key');
    expect(JSON.stringify(sessions)).not.toContain('good-key');
    expect(secrets).toContain('good-key');
  });
});

describe('a simulator', () => {
  it.each([
    'https://api.pixop.com.evil/api',
    'http://192.168.1.4/api',
    'http://127.0.0.1.evil/',
    'file:///x',
  ])('is refused at %s', (url) => {
    expect(() => environmentsWith(url)).toThrow('on this machine');
  });

  it('is the only environment of its run, so that nothing tried there reaches Pixop', () => {
    expect(environmentsWith('http://127.0.0.1:9/api').map(({ environmentId }) => environmentId)).toEqual([
      'simulator',
    ]);
  });

  it('is no environment of a run that named none', () => {
    expect(environmentsWith(null).map(({ environmentId }) => environmentId)).toEqual([
      'production',
      'staging',
    ]);
  });
});
