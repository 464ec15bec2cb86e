import type { KeyVault } from './secrets/key-vault.ts';

/** Where a run against a simulator finds it, and the key it may use there; both only ever name this machine. */
export interface SimulatorRun {
  readonly url: string;
  /** Given when the demo starts the app already connected; never stored. */
  readonly apiKey: string | null;
}

/** Reads `PIXOP_INGEST_SIMULATOR_URL` and `PIXOP_INGEST_SIMULATOR_KEY`; null in every ordinary run. */
export function simulatorRun(env: Readonly<Record<string, string | undefined>>): SimulatorRun | null {
  const url = env['PIXOP_INGEST_SIMULATOR_URL'] ?? '';
  if (url === '') return null;
  return { url, apiKey: env['PIXOP_INGEST_SIMULATOR_KEY'] ?? null };
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
