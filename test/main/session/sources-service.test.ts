import { describe, expect, it } from 'vitest';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import { denied, endpoint, keys, locationId, openSources } from './sources-rig.ts';

describe('the sources', () => {
  it('need credentials until some are saved, and then survive a restart', async () => {
    const first = openSources();
    expect(await first.service.list('team')).toMatchObject([
      { access: 'needs-credentials', credentials: null },
    ]);
    await expect(first.service.accessFor(locationId)).rejects.toMatchObject({
      error: { code: 'credentials-missing' },
    });
    await first.service.saveCredentials({ locationId, credentials: keys, endpoint });

    const second = openSources(first.file, first.vault);
    expect(await second.service.list('team')).toMatchObject([
      { access: 'ready', credentials: { kind: 'keys', label: 'AKIA…2345' } },
    ]);
    expect(await second.service.accessFor(locationId)).toEqual({
      locationId,
      bucket: 'rushes',
      endpoint,
      credentials: keys,
    });
  });

  it('never write a secret to the file', async () => {
    const { service, file } = openSources();
    await service.list('team');
    await service.saveCredentials({
      locationId,
      credentials: { ...keys, sessionToken: 'token-token' },
      endpoint,
    });
    expect(JSON.stringify(file.saved)).not.toMatch(/very-secret-value|token-token/);
  });

  it('do not store credentials that cannot list the bucket, and say what is missing', async () => {
    const { service, file, answer, vault } = openSources();
    await service.list('team');
    answer.test = { ok: false, region: null, checks: [], error: denied };
    const { source, test } = await service.saveCredentials({ locationId, credentials: keys, endpoint });
    expect(test.error?.detail?.missingAction).toBe('s3:ListBucket');
    expect(source.access).toBe('needs-credentials');
    expect(file.saved).toBeUndefined();
    expect(await vault.get(`s3/production/${locationId}/secret-access-key`)).toBeNull();
  });

  it('forget an old session token when plain keys replace it', async () => {
    const { service } = openSources();
    await service.list('team');
    await service.saveCredentials({
      locationId,
      credentials: { ...keys, sessionToken: 'token-token' },
      endpoint,
    });
    await service.saveCredentials({ locationId, credentials: keys, endpoint });
    expect((await service.accessFor(locationId)).credentials).toEqual(keys);
  });

  it.each([
    'http://s3.example.com',
    'https://169.254.169.254',
    'https://user:pass@s3.example.com',
    'http://127.0.0.1:9000',
    'https://metadata.google.internal',
  ])('send no credentials to %s', async (address) => {
    const { service, tested } = openSources();
    await service.list('team');
    const call = service.saveCredentials({
      locationId,
      credentials: keys,
      endpoint: { ...endpoint, endpoint: address },
    });
    await expect(call).rejects.toMatchObject({ error: { code: 'bad-request' } });
    expect(tested).toEqual([]);
  });

  it('keep a location that was created although browsing it does not work yet', async () => {
    const { service, answer } = openSources();
    answer.test = { ok: false, region: null, checks: [], error: denied };
    const { accessKeyId, secretAccessKey } = keys;
    const source = await service.create({
      teamId: 'team',
      name: 'New',
      bucket: 'new',
      accessKeyId,
      secretAccessKey,
      endpoint,
      browseWithSameKeys: true,
    });
    expect(source).toMatchObject({ locationId: 'location-2', access: 'needs-credentials', error: denied });
  });
});

describe('the sources of several accounts', () => {
  it('have credentials of their own, also where both see the same location', async () => {
    const { service, owner, vault, file } = openSources();
    await service.list('team');
    await service.saveCredentials({ locationId, credentials: keys, endpoint });
    owner.connectionId = 'production-2';
    expect(await service.list('team')).toMatchObject([{ access: 'needs-credentials' }]);
    const others = { ...keys, secretAccessKey: 'another-secret-value' };
    await service.saveCredentials({ locationId, credentials: others, endpoint });
    expect((await service.accessTo('production', locationId, 'rushes')).credentials).toEqual(keys);
    expect((await service.accessTo('production-2', locationId, 'rushes')).credentials).toEqual(others);

    await service.forgetConnection('production-2');
    expect(await vault.get(`s3/production-2/${locationId}/secret-access-key`)).toBeNull();
    expect(file.saved).toMatchObject({ sources: [{ environmentId: 'production', locationId }] });
    owner.connectionId = 'production';
    expect((await service.accessFor(locationId)).credentials).toEqual(keys);
  });

  it('are told of the account that is shown only, and are stored for the one that was asked for', async () => {
    const { service, owner, answer, shown, vault } = openSources();
    await service.list('team');
    let tested: () => void = () => undefined;
    const testing = new Promise<void>((resolve) => (tested = resolve));
    answer.testing = testing;
    const saving = service.saveCredentials({ locationId, credentials: keys, endpoint });
    owner.connectionId = 'production-2';
    tested();
    await saving;
    expect(shown).toEqual([]);
    expect(await vault.get(`s3/production/${locationId}/secret-access-key`)).toBe(keys.secretAccessKey);
    expect(await vault.get(`s3/production-2/${locationId}/secret-access-key`)).toBeNull();
  });

  it('can be read for what waits, before any of them has been listed', async () => {
    const first = openSources();
    await first.service.list('team');
    await first.service.saveCredentials({ locationId, credentials: keys, endpoint });
    const { service } = openSources(first.file, first.vault);
    expect(await service.accessTo('production', locationId, 'rushes')).toMatchObject({ bucket: 'rushes' });
    await expect(service.accessTo('production-2', locationId, 'rushes')).rejects.toMatchObject({
      error: { code: 'credentials-missing' },
    });
  });
});

describe('a location that is renamed', () => {
  it('has the name that Pixop answered, and is browsed as before', async () => {
    const { service, shown } = openSources();
    await service.list('team');
    await service.saveCredentials({ locationId, credentials: keys, endpoint });
    expect(await service.rename(locationId, 'Rushes 2026')).toMatchObject({
      name: 'Rushes 2026',
      access: 'ready',
      credentials: { kind: 'keys' },
    });
    expect(shown.at(-1)).toMatchObject([{ name: 'Rushes 2026' }]);
  });
});

describe('a location that is removed', () => {
  const withCredentials = async () => {
    const rig = openSources();
    await rig.service.list('team');
    await rig.service.saveCredentials({ locationId, credentials: keys, endpoint });
    return rig;
  };
  const secretOf = `s3/production/${locationId}/secret-access-key`;

  it('is deleted at Pixop, with all that was kept of it here', async () => {
    const { service, asked, removed, shown, file, vault } = await withCredentials();
    await service.remove(locationId);
    expect(asked).toEqual([locationId]);
    expect(removed).toEqual([locationId]);
    expect(shown.at(-1)).toEqual([]);
    expect(JSON.stringify(file.saved)).not.toContain(locationId);
    expect(await vault.get(secretOf)).toBeNull();
    await expect(service.locationOf(locationId)).rejects.toMatchObject({ error: { code: 'not-found' } });
  });

  it('stays, with its credentials, while imports need it', async () => {
    const { service, asked, answer, vault } = await withCredentials();
    answer.needing = 2;
    await expect(service.remove(locationId)).rejects.toMatchObject({
      error: { code: 'conflict', detail: { serviceCode: 'LOCATION_IN_USE' } },
    });
    expect(asked).toEqual([]);
    expect(await vault.get(secretOf)).toBe(keys.secretAccessKey);
  });

  it('stays when Pixop does not delete it', async () => {
    const { service, answer, removed, vault } = await withCredentials();
    const refused: AppError = { code: 'forbidden', message: 'no', detail: { source: 'pixop' } };
    answer.deleting = async () => Promise.reject(new AppFailure(refused));
    await expect(service.remove(locationId)).rejects.toMatchObject({ error: refused });
    expect(removed).toEqual([]);
    expect(await service.locationOf(locationId)).toMatchObject({ bucket: 'rushes' });
    expect(await vault.get(secretOf)).toBe(keys.secretAccessKey);
  });

  it.each([
    ['goes when somebody else has deleted it before', 'INPUT_LOCATION_NOT_FOUND', true],
    ['stays when only a proxy says that it is not there', undefined, false],
  ])('%s', async (_sentence, serviceCode, isGone) => {
    const { service, answer, removed } = await withCredentials();
    const detail = { source: 'pixop', ...(serviceCode === undefined ? {} : { serviceCode }) } as const;
    const notFound = new AppFailure({ code: 'not-found', message: 'none', detail });
    answer.deleting = async () => Promise.reject(notFound);
    const removing = service.remove(locationId).then(
      () => true,
      () => false,
    );
    expect(await removing).toBe(isGone);
    expect(removed).toEqual(isGone ? [locationId] : []);
  });

  it('is gone at once also when the keychain does not let go of its keys, which is said', async () => {
    const { service, vault, shown } = await withCredentials();
    const locked = new AppFailure({ code: 'keychain-unavailable', message: 'locked' });
    Object.assign(vault, { delete: async () => Promise.reject(locked) });
    await expect(service.remove(locationId)).rejects.toMatchObject({
      error: { code: 'keychain-unavailable' },
    });
    expect(shown.at(-1)).toEqual([]);
  });
});
