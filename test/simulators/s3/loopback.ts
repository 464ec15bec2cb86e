import type { Server } from 'node:http';

/** Where a server listens, and how it ends. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Idle connections stay open this long, milliseconds: longer than a test pauses, so that no request meets a closing one. */
const KEEP_ALIVE_MS = 60_000;

/** Listens on 127.0.0.1 only; port 0 takes any free one. */
export async function listenOnLoopback(server: Server, port: number): Promise<Listening> {
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    port: address.port,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
