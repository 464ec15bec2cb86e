import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/main/pixop/connection.ts';
import { settleTrust, type TlsDefaults } from '../../../src/main/platform/trust.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/tls', name), 'utf8');
const forever = new AbortController().signal;

/** A store as a system would give it. */
const storesOf = (system: () => string[]) => {
  const given: string[][] = [];
  const fake: TlsDefaults = {
    DEFAULT_MIN_VERSION: 'TLSv1',
    getCACertificates: system,
    setDefaultCACertificates: (certificates) => void given.push([...certificates]),
  };
  return { fake, given };
};

describe('trust', () => {
  it('is the system’s, from TLS 1.2 on', () => {
    const { fake, given } = storesOf(() => ['company']);
    expect(settleTrust(fake, {}, () => undefined)).toBe('system');
    expect(given).toEqual([['company']]);
    expect(fake.DEFAULT_MIN_VERSION).toBe('TLSv1.2');
  });

  it('stays Node’s where the system has no list, so that nothing is trusted less by accident', () => {
    const { fake, given } = storesOf(() => []);
    expect(settleTrust(fake, {}, () => undefined)).toBe('built-in');
    expect(given).toEqual([]);
  });

  it('stays Node’s where the list cannot be read, and says so', () => {
    const { fake } = storesOf(() => {
      throw new Error('locked');
    });
    const said: string[] = [];
    expect(settleTrust(fake, {}, (message) => said.push(message))).toBe('built-in');
    expect(said).toEqual(['locked']);
  });

  it('cannot be switched off by the environment', () => {
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0', PATH: '/bin' };
    settleTrust(storesOf(() => []).fake, env, () => undefined);
    expect(env).toEqual({ PATH: '/bin' });
  });
});

describe('a connection', () => {
  const servers: tls.Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const serve = async (options: tls.TlsOptions = {}): Promise<URL> => {
    const server = tls.createServer(
      { cert: fixture('server.crt'), key: fixture('server.key'), ...options },
      (socket) => socket.on('error', () => undefined),
    );
    // A client that refuses ends the handshake, which the server is told as an error.
    server.on('tlsClientError', () => undefined);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return new URL(`https://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`);
  };

  it('is refused to a server whose authority nobody trusts', async () => {
    await expect(connect(await serve(), null, forever)).rejects.toMatchObject({ reason: 'tls' });
  });

  it('is refused even when the environment says not to check', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      await expect(connect(await serve(), null, forever)).rejects.toMatchObject({ reason: 'tls' });
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  it('is refused to a server that knows nothing newer than TLS 1.1', async () => {
    const url = await serve({
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT:@SECLEVEL=0',
    });
    await expect(connect(url, null, forever)).rejects.toMatchObject({
      reason: 'tls',
      message: expect.stringMatching(/protocol/i),
    });
  });

  // Node has the two calls for stores from 24.5 on; Electron has them.
  it.runIf('setDefaultCACertificates' in tls)(
    'is made to a company’s server once the system trusts it',
    async () => {
      const stores: TlsDefaults = tls;
      const before = tls.rootCertificates;
      try {
        settleTrust(
          {
            DEFAULT_MIN_VERSION: 'TLSv1.2',
            getCACertificates: () => [fixture('ca.crt')],
            setDefaultCACertificates: (certificates) => stores.setDefaultCACertificates?.(certificates),
          },
          {},
          () => undefined,
        );
        const socket = await connect(await serve(), null, forever);
        socket.destroy();
      } finally {
        stores.setDefaultCACertificates?.(before);
      }
    },
  );
});
