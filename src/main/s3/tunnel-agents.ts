import { Agent as HttpAgent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent, type AgentOptions as SecureOptions, type RequestOptions } from 'node:https';
import { PassThrough, type Duplex } from 'node:stream';
import tls from 'node:tls';
import { openTunnel } from '../platform/tunnel.ts';

type Made = ((error: Error | null, stream: Duplex) => void) | undefined;

/** Opens the way that an agent wants, and hands over what `use` makes of it. */
function through(
  proxy: string,
  wanted: ClientRequestArgs,
  made: Made,
  use: (tunnel: Duplex) => Duplex,
): null {
  const target = { host: wanted.host ?? 'localhost', port: Number(wanted.port ?? 443) };
  openTunnel(proxy, target).then(
    (tunnel) => made?.(null, use(tunnel)),
    // With an error the stream is not looked at.
    (error: unknown) =>
      made?.(error instanceof Error ? error : new Error('No way was opened.'), new PassThrough()),
  );
  return null;
}

/** Kept-alive plain connections through a proxy; only a local server has any. */
export class TunnelHttpAgent extends HttpAgent {
  readonly #proxy: string;

  constructor(proxy: string, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(wanted: ClientRequestArgs, made?: Made): null {
    return through(this.#proxy, wanted, made, (tunnel) => tunnel);
  }
}

/** Kept-alive encrypted connections through a proxy, which learns the host's name and nothing else. */
export class TunnelHttpsAgent extends HttpsAgent {
  readonly #proxy: string;

  constructor(proxy: string, options: SecureOptions) {
    super(options);
    this.#proxy = proxy;
  }

  override createConnection(wanted: RequestOptions, made?: Made): null {
    const servername = wanted.servername ?? wanted.host ?? '';
    return through(this.#proxy, wanted, made, (socket) =>
      tls.connect({ socket, servername, minVersion: 'TLSv1.2', rejectUnauthorized: true }),
    );
  }
}
