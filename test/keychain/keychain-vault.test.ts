import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { openKeychainVault } from '../../src/main/secrets/keychain-vault.ts';

const service = `Pixop Ingest test ${process.pid}`;
const names = ['a', 'b'];
afterEach(async () => {
  const vault = await openKeychainVault(service);
  for (const name of names) await vault.delete(name);
});

describe('the OS keychain', () => {
  it('keeps a secret for another opening, exactly', async () => {
    const secret = 'gTF1d6iQKyu8-_æ🎬';
    await (await openKeychainVault(service)).set('a', secret);
    const vault = await openKeychainVault(service);
    expect(vault.store).toEqual({ kind: 'keychain' });
    expect(await vault.get('a')).toBe(secret);
    expect(await vault.get('b')).toBeNull();
  });

  it('replaces and deletes', async () => {
    const vault = await openKeychainVault(service);
    await vault.set('a', 'first');
    await vault.set('a', 'second');
    expect(await vault.get('a')).toBe('second');
    await vault.delete('a');
    await vault.delete('a');
    expect(await vault.get('a')).toBeNull();
  });

  it('falls back to memory with a reason where there is no Secret Service, and never to a file', async () => {
    const script = `
      const { openKeyVault } = await import('./src/main/secrets/open-key-vault.ts');
      const vault = await openKeyVault(${JSON.stringify(service)});
      await vault.set('a', 'only in memory');
      console.log(JSON.stringify([vault.store, await vault.get('a')]));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {
        env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
      },
    );
    const [store, kept] = JSON.parse(stdout);
    expect(store.kind).toBe('memory');
    expect(store.reason).not.toBe('');
    expect(kept).toBe('only in memory');
    expect(await (await openKeychainVault(service)).get('a')).toBeNull();
  });
});
