import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { AppFailure } from '../../shared/errors.ts';
import { SECOND } from '../../shared/units.ts';
import { BodyBuffer } from './body-buffer.ts';
import { readIntoOneMemory } from './read-memory.ts';
import { TunnelHttpAgent, TunnelHttpsAgent } from './tunnel-agents.ts';
import { transportFailure } from './transport-failure.ts';
import type { WireRequest } from './signed-request.ts';

/** One answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Limits of one exchange. */
export interface ExchangeLimits {
  /** Longest body that is read, in bytes. */
  readonly maxBytes: number;
  /** Until the whole answer is there, in milliseconds. Default 60,000; range 1 to 600,000. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Address of a proxy to go through. */
  readonly proxy?: string | null;
  /** Memory to read the answer into. Default: some of its own. */
  readonly into?: BodyBuffer | undefined;
}

const DEADLINE_MS = 60 * SECOND;

/** Keeps connections open between pages and closes them with the app or the listing. */
export interface Connections {
  readonly exchange: (request: WireRequest, limits: ExchangeLimits) => Promise<Answer>;
  readonly close: () => void;
}

/** At most this many sockets to one host: the lanes of one listing and a few peeks. */
const MAX_SOCKETS = 24;

/** Plain HTTP exchanges over kept-alive connections: no redirect is ever followed, no body grows without bound. */
export function openConnections(): Connections {
  const agents = new Map<string, ReturnType<typeof agentsBy>>();
  const agentsFor = (proxy: string | null) => {
    const known = agents.get(proxy ?? '') ?? agentsBy(proxy);
    agents.set(proxy ?? '', known);
    return known;
  };
  return {
    exchange: (request, limits) =>
      new Promise((resolve, reject) => {
        const { hostname, port, protocol } = request.origin;
        const secure = protocol === 'https:';
        const deadlineMs = limits.deadlineMs ?? DEADLINE_MS;
        const open = secure ? httpsRequest : httpRequest;
        const outgoing = open({
          method: request.method,
          // Node wants an IPv6 address without its brackets.
          hostname: hostname.replace(/^\[|\]$/g, ''),
          port,
          path: request.path,
          headers: { ...request.headers },
          agent: agentsFor(limits.proxy ?? null)[secure ? 'https:' : 'http:'],
        });
        let settled = false;
        const settle = (act: () => void): void => {
          if (settled) return;
          settled = true;
          clearTimeout(timer);
          limits.signal?.removeEventListener('abort', onAbort);
          act();
        };
        const fail = (error: unknown): void => {
          settle(() => reject(transportFailure(error)));
          outgoing.destroy();
        };
        const timer = setTimeout(
          () =>
            fail(
              new AppFailure({
                code: 'timeout',
                message: `S3 did not answer within ${deadlineMs / SECOND} seconds.`,
                detail: { source: 's3' },
              }),
            ),
          deadlineMs,
        );
        const onAbort = (): void => fail(new AppFailure({ code: 'cancelled', message: 'Cancelled.' }));
        outgoing.on('error', fail);
        outgoing.on('response', (incoming) => {
          readBody(incoming, limits).then(
            (body) =>
              settle(() => resolve({ status: incoming.statusCode ?? 0, headers: flat(incoming), body })),
            fail,
          );
        });
        if (limits.signal?.aborted === true) return onAbort();
        limits.signal?.addEventListener('abort', onAbort, { once: true });
        outgoing.end();
      }),
    close: () => {
      for (const one of agents.values()) {
        one['http:'].destroy();
        one['https:'].destroy();
      }
    },
  };
}

function agentsBy(proxy: string | null) {
  const kept = { keepAlive: true, maxSockets: MAX_SOCKETS };
  if (proxy !== null)
    return { 'http:': new TunnelHttpAgent(proxy, kept), 'https:': new TunnelHttpsAgent(proxy, kept) };
  return {
    'http:': new HttpAgent({ ...kept, ...readIntoOneMemory() }),
    'https:': new HttpsAgent({
      ...kept,
      ...readIntoOneMemory(),
      minVersion: 'TLSv1.2',
      // Said although it is the default: an environment variable of Node's could switch the check off otherwise.
      rejectUnauthorized: true,
    }),
  };
}

function readBody(
  incoming: IncomingMessage,
  { maxBytes, into = new BodyBuffer() }: ExchangeLimits,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const announced = Number(incoming.headers['content-length'] ?? 0);
    into.begin(announced <= maxBytes ? announced : 0);
    incoming.on('data', (chunk: Buffer) => {
      if (into.length + chunk.length > maxBytes) {
        incoming.destroy();
        reject(
          new AppFailure({
            code: 'malformed-answer',
            message: `S3's answer was larger than ${maxBytes} bytes.`,
            detail: { source: 's3' },
          }),
        );
        return;
      }
      into.append(chunk);
    });
    incoming.on('end', () => resolve(into.body));
    incoming.on('error', reject);
    incoming.on('close', () => {
      if (!incoming.complete) reject(new Error('the connection closed before the answer was complete'));
    });
  });
}

function flat(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
