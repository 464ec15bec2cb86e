import { describe, expect, it } from 'vitest';
import { createMemoryVault } from '../../src/main/secrets/key-vault.ts';
import { simulatorRun, vaultOfRun } from '../../src/main/simulator-run.ts';

const url = 'http://127.0.0.1:4000/api';

describe('a run on a simulator', () => {
  it('is none unless the simulator is named, whatever else is set', () => {
    expect(simulatorRun({})).toBeNull();
    expect(
      simulatorRun({ PIXOP_INGEST_SIMULATOR_KEY: 'key', PIXOP_INGEST_SIMULATOR_LOOKS_MS: '0' }),
    ).toBeNull();
  });

  it('keeps the product’s times of looking unless it is given others', () => {
    const looks = (text: string) =>
      simulatorRun({ PIXOP_INGEST_SIMULATOR_URL: url, PIXOP_INGEST_SIMULATOR_LOOKS_MS: text })?.lookDelaysMs;
    expect(simulatorRun({ PIXOP_INGEST_SIMULATOR_URL: url })?.lookDelaysMs).toBeNull();
    expect(looks('0,500,2000')).toEqual([0, 500, 2_000]);
    expect(() => looks('0,soon')).toThrow('no list of milliseconds');
    expect(() => looks('-1')).toThrow('no list of milliseconds');
  });

  it('has its key at hand without storing it, and leaves every other secret to the vault', async () => {
    const real = createMemoryVault('A test has no keychain.');
    const run = simulatorRun({ PIXOP_INGEST_SIMULATOR_URL: url, PIXOP_INGEST_SIMULATOR_KEY: 'given' });
    const vault = vaultOfRun(real, run);
    expect(await vault.get('pixop/simulator/api-key')).toBe('given');
    await vault.set('pixop/simulator/api-key', 'entered');
    await vault.set('s3/other', 'secret');
    expect(await vault.get('pixop/simulator/api-key')).toBe('entered');
    expect(await real.get('pixop/simulator/api-key')).toBeNull();
    expect(await real.get('s3/other')).toBe('secret');
  });
});
