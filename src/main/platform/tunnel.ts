import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { SECOND, type Milliseconds } from '../../shared/units.ts';

/** Longest wait for a proxy to open the way. */
const TUNNEL_TIMEOUT_MS: Milliseconds = 15 * SECOND;

/** Where a tunnel is to lead. */
export interface TunnelTarget {
  readonly host: string;
  readonly port: number;
}

/** The proxy opened no way, so that no byte of what was to go through it has left this machine. */
export class TunnelFailure extends Error {
  override readonly name = 'TunnelFailure';
  /** `unreachable` may pass by itself; a proxy that `refused`, or that wants a `sign-in`, needs somebody. */
  readonly reason: 'unreachable' | 'refused' | 'sign-in';

  constructor(reason: TunnelFailure['reason'], message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

/** Asks an HTTP proxy (`http://` or `https://`) for a way to a host, and answers with the bare connection through it. */
export function openTunnel(
  proxy: string,
  { host, port }: TunnelTarget,
  signal?: AbortSignal,
): Promise<Socket> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const url = new URL(proxy);
  const open = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const asked = open({
      method: 'CONNECT',
      hostname: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path: target,
      headers: { host: target },
      agent: false,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      timeout: TUNNEL_TIMEOUT_MS,
      ...(signal === undefined ? {} : { signal }),
    });
    const refuse = (reason: TunnelFailure['reason'], message: string, cause?: unknown): void => {
      reject(new TunnelFailure(reason, message, { cause }));
      asked.destroy();
    };
    asked.once('error', (error) =>
      refuse('unreachable', `The proxy cannot be reached: ${error.message}`, error),
    );
    asked.once('timeout', () => refuse('unreachable', 'The proxy did not answer in time.'));
    const judge = (status: number): void => {
      if (status === 407) refuse('sign-in', 'The proxy wants a sign-in that this app cannot give.');
      else refuse('refused', `The proxy refuses the way to ${target} (${status}).`);
    };
    asked.once('response', ({ statusCode = 0 }) => judge(statusCode));
    asked.once('connect', ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        return judge(statusCode);
      }
      socket.setTimeout(0);
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asked.end();
  });
}
