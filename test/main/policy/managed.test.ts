import { describe, expect, it } from 'vitest';
import { isHostAllowed } from '../../../src/main/platform/host-pattern.ts';
import { decidedSettings, managedSettings } from '../../../src/main/policy/managed-settings.ts';
import { noPolicy } from '../../../src/main/policy/policy.ts';
import { environmentsWith } from '../../../src/main/session/environments.ts';
import { openSettingsStore } from '../../../src/main/storage/settings-store.ts';

const policy = { ...noPolicy, isManaged: true, environment: 'staging', importReference: true } as const;

async function storeOf(stored: unknown) {
  const saved: unknown[] = [];
  const file = { load: async () => stored, save: async (value: unknown) => void saved.push(value) };
  const store = await openSettingsStore(file, () => undefined);
  return { settings: managedSettings(store, decidedSettings(policy)), saved };
}

describe('Decided settings', () => {
  it('read as decided, whatever was stored', async () => {
    const { settings } = await storeOf({ version: 1, environmentId: 'production', importReference: false });
    expect(settings.current()).toMatchObject({ environmentId: 'staging', importReference: true });
  });

  it('are refused a change, and nothing of that change is kept', async () => {
    const { settings, saved } = await storeOf({});
    const change = settings.change({ importReference: false, notifications: false });
    await expect(change).rejects.toMatchObject({ error: { detail: { serviceCode: 'MANAGED_SETTING' } } });
    expect(saved).toEqual([]);
    expect(settings.current().notifications).toBe(true);
  });

  it('leave the others to the operator, and what the operator had stored as it was', async () => {
    const { settings, saved } = await storeOf({ version: 1, importReference: false });
    await settings.change({ notifications: false, importReference: true });
    expect(settings.current()).toMatchObject({ notifications: false, importReference: true });
    expect(saved).toMatchObject([{ notifications: false, importReference: false }]);
  });
});

describe('Allowed hosts', () => {
  it('are all without a list, and else those that it names', () => {
    const list = ['api.pixop.com', '*.amazonaws.com'];
    expect(isHostAllowed(null, 'anything.example')).toBe(true);
    expect(isHostAllowed(list, 'API.pixop.com')).toBe(true);
    expect(isHostAllowed(list, 'bucket.s3.eu-north-1.amazonaws.com')).toBe(true);
    expect(isHostAllowed(list, 'amazonaws.com')).toBe(false);
    expect(isHostAllowed(list, 'evilamazonaws.com')).toBe(false);
    expect(isHostAllowed(list, 'api.pixop.com.evil.example')).toBe(false);
  });

  it('decide which Pixop may be used; none at all ends the start', () => {
    const only = (allowed: readonly string[]) =>
      environmentsWith(null, ({ host }) => isHostAllowed(allowed, host)).map(
        ({ environmentId }) => environmentId,
      );
    expect(only(['*.pixop.com'])).toEqual(['production', 'staging']);
    expect(only(['staging-api.pixop.com'])).toEqual(['staging']);
    expect(() => only(['*.amazonaws.com'])).toThrow('allows no Pixop environment');
  });
});
