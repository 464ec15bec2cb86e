import net from 'node:net';
import tls from 'node:tls';
import { SECOND } from '../../shared/units.ts';
import { openTunnel, TunnelFailure, type TunnelTarget } from '../platform/tunnel.ts';

/** Longest wait for a connection, TLS handshake included. Judgement: a satellite link needs under 5 s. */
const CONNECT_TIMEOUT_MS = 15 * SECOND;

/** The connection could not be made, so that no byte of a request has left this machine. */
export class NotConnected extends Error {
  override readonly name = 'NotConnected';
  readonly reason: 'offline' | 'tls' | 'proxy';

  constructor(reason: NotConnected['reason'], message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * Opens a fresh connection, through a proxy where one is given, and resolves only when it can carry a request: after
 * the TLS handshake with a verified certificate, or after connecting for plain http (which only a loopback simulator
 * has).
 */
export async function connect(url: URL, proxy: string | null, signal: AbortSignal): Promise<net.Socket> {
  const isSecure = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (isSecure ? 443 : 80));
  const tunnel = proxy === null ? null : await tunnelTo(proxy, { host, port }, signal);
  if (tunnel !== null && !isSecure) return tunnel;
  return new Promise((resolve, reject) => {
    const socket = isSecure
      ? tls.connect({
          ...(tunnel === null ? { host, port } : { socket: tunnel, host }),
          minVersion: 'TLSv1.2',
          // Said although it is the default: an environment variable of Node's could switch the check off otherwise.
          rejectUnauthorized: true,
          ...(net.isIP(host) === 0 ? { servername: host } : {}),
        })
      : net.connect({ host, port });
    let isTcpConnected = tunnel !== null;
    const give = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      socket.off('error', onError);
      socket.off('close', onClose);
    };
    const refuse = (reason: NotConnected['reason'], message: string, cause?: unknown): void => {
      give();
      // A destroyed socket may still report an error; it has been told.
      socket.on('error', () => undefined);
      socket.destroy();
      reject(new NotConnected(reason, message, { cause }));
    };
    const onError = (error: Error): void => {
      refuse(isTcpConnected && isSecure ? 'tls' : 'offline', error.message, error);
    };
    const onClose = (): void =>
      refuse(isTcpConnected && isSecure ? 'tls' : 'offline', 'The connection was closed.');
    const onAbort = (): void =>
      refuse('offline', 'The request was cancelled before it was sent.', signal.reason);
    const timer = setTimeout(() => refuse('offline', 'No connection in time.'), CONNECT_TIMEOUT_MS);
    socket.once('connect', () => (isTcpConnected = true));
    socket.once('error', onError);
    socket.once('close', onClose);
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      give();
      resolve(socket);
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** A proxy that opens no way leaves the request unsent, as a network that is gone does. */
async function tunnelTo(proxy: string, target: TunnelTarget, signal: AbortSignal): Promise<net.Socket> {
  try {
    return await openTunnel(proxy, target, signal);
  } catch (error) {
    const isRefused = error instanceof TunnelFailure && error.reason !== 'unreachable';
    const message = error instanceof Error ? error.message : 'The proxy opened no way.';
    throw new NotConnected(isRefused ? 'proxy' : 'offline', message, { cause: error });
  }
}
