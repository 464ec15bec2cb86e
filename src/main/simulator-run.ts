import type { Milliseconds } from '../shared/units.ts';
import type { KeyVault } from './secrets/key-vault.ts';

/** Where a run against a simulator finds it, and the key it may use there; both only ever name this machine. */
export interface SimulatorRun {
  readonly url: string;
  /** Given when the demo starts the app already connected; never stored. */
  readonly apiKey: string | null;
  /** When lost imports are looked for, so that a test need not wait for a quarter of an hour; null keeps the product's times. */
  readonly lookDelaysMs: readonly Milliseconds[] | null;
}

/**
 * Reads `PIXOP_INGEST_SIMULATOR_URL`, `PIXOP_INGEST_SIMULATOR_KEY` and `PIXOP_INGEST_SIMULATOR_LOOKS_MS` (milliseconds
 * after the loss, as in `0,500,2000`); null in every ordinary run.
 */
export function simulatorRun(env: Readonly<Record<string, string | undefined>>): SimulatorRun | null {
  const url = env['PIXOP_INGEST_SIMULATOR_URL'] ?? '';
  if (url === '') return null;
  return {
    url,
    apiKey: env['PIXOP_INGEST_SIMULATOR_KEY'] ?? null,
    lookDelaysMs: lookDelays(env['PIXOP_INGEST_SIMULATOR_LOOKS_MS'] ?? ''),
  };
}

function lookDelays(text: string): readonly Milliseconds[] | null {
  if (text === '') return null;
  if (!/^\d{1,9}(,\d{1,9})*$/.test(text))
    throw new Error(`PIXOP_INGEST_SIMULATOR_LOOKS_MS is no list of milliseconds: ${text}`);
  return text.split(',').map(Number);
}

/** A vault that already has the simulator's key for this run; everything else goes to the real one. */
export function vaultOfRun(vault: KeyVault, run: SimulatorRun | null): KeyVault {
  let apiKey = run?.apiKey ?? null;
  if (apiKey === null) return vault;
  const name = 'pixop/simulator/api-key';
  return {
    store: vault.store,
    get: async (asked) => (asked === name ? apiKey : vault.get(asked)),
    set: async (asked, secret) => {
      if (asked === name) apiKey = secret;
      else await vault.set(asked, secret);
    },
    delete: async (asked) => {
      if (asked === name) apiKey = null;
      else await vault.delete(asked);
    },
  };
}
