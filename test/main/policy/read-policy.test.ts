import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noPolicy } from '../../../src/main/policy/policy.ts';
import { policyPath, readPolicy, systemOwner } from '../../../src/main/policy/read-policy.ts';

let directory = '';
let path = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'policy-'));
  path = join(directory, 'policy.json');
});
afterEach(() => rm(directory, { recursive: true }));

const anybody = { ownerId: null };
const put = (content: unknown): Promise<void> =>
  writeFile(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o644 });

describe('The policy of a workstation', () => {
  it('is none where nobody has put one', async () => {
    expect(await readPolicy(path, anybody)).toEqual(noPolicy);
    expect(await readPolicy(join(directory, 'none/policy.json'), anybody)).toEqual(noPolicy);
  });

  it('says what is decided, and leaves the rest to the operator', async () => {
    await put({
      version: 1,
      environment: 'staging',
      allowedEndpoints: ['*.amazonaws.com', 'staging-api.pixop.com'],
    });
    expect(await readPolicy(path, anybody)).toEqual({
      isManaged: true,
      environment: 'staging',
      allowedEndpoints: ['*.amazonaws.com', 'staging-api.pixop.com'],
      importReference: null,
      updateChannel: 'off',
    });
  });

  it('leaves updates to IT unless it names a channel', async () => {
    await put({ version: 1 });
    expect((await readPolicy(path, anybody)).updateChannel).toBe('off');
    await put({ version: 1, updateChannel: 'beta' });
    expect((await readPolicy(path, anybody)).updateChannel).toBe('beta');
  });

  it.each([
    ['is no JSON', '{"version":1', 'is not valid JSON'],
    ['is of a later version', { version: 2 }, 'is not understood'],
    ['has a field that this app does not know', { version: 1, proxy: 'x' }, 'is not understood'],
    ['allows nothing', { version: 1, allowedEndpoints: [] }, 'is not understood'],
    [
      'names an address instead of a host',
      { version: 1, allowedEndpoints: ['https://a.example/'] },
      'is not understood',
    ],
    ['is too large', ' '.repeat(70_000), 'is too large'],
  ])('ends the start when it %s', async (_what, content, why) => {
    await put(content);
    await expect(readPolicy(path, anybody)).rejects.toThrow(why);
    await expect(readPolicy(path, anybody)).rejects.toThrow('Ask your IT department to correct it.');
  });

  it.skipIf(process.platform === 'win32')(
    'ends the start when others than its owner may write it',
    async () => {
      const mine = { ownerId: process.getuid?.() ?? 0 };
      await put({ version: 1 });
      expect((await readPolicy(path, mine)).isManaged).toBe(true);
      await chmod(path, 0o666);
      await expect(readPolicy(path, mine)).rejects.toThrow('could have been changed by anybody');
      await chmod(path, 0o644);
      await chmod(directory, 0o777);
      await expect(readPolicy(path, mine)).rejects.toThrow('could have been changed by anybody');
    },
  );

  it.skipIf(process.platform === 'win32')('ends the start when it is not the administrator’s', async () => {
    await put({ version: 1 });
    await expect(readPolicy(path, { ownerId: (process.getuid?.() ?? 0) + 1 })).rejects.toThrow(
      'administrator alone',
    );
  });

  it('is looked for where only administrators may write', () => {
    expect(policyPath('linux')).toBe('/etc/pixop-ingest/policy.json');
    expect(policyPath('darwin')).toBe('/Library/Application Support/Pixop Ingest/policy.json');
    expect(policyPath('win32')).toBe('C:\\ProgramData\\Pixop Ingest\\policy.json');
    expect(systemOwner('linux')).toEqual({ ownerId: 0 });
  });
});
