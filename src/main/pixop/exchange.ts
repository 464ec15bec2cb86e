import http from 'node:http';
import { MIB, SECOND, type Milliseconds } from '../../shared/units.ts';
import { connect } from './connection.ts';

/** Largest answer that is read. A page of 100 videos with long descriptions is under 1 MiB. */
const MAX_BODY_BYTES = 5 * MIB;
/** Limit of an ordinary call from its first byte to the answer's last. */
export const CALL_TIMEOUT_MS: Milliseconds = 30 * SECOND;
/** Limit of an import call: Pixop looks at the object before it answers. */
export const SUBMIT_TIMEOUT_MS: Milliseconds = 120 * SECOND;

/** One request, ready to be written. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly timeoutMs: Milliseconds;
  /** Address of the proxy that it goes through; null goes directly. */
  readonly proxy: string | null;
}

/** One answer, read whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

/** The request may have arrived, but no whole answer came back. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly reason: 'reset' | 'timeout' | 'aborted' | 'oversized';

  constructor(reason: NoAnswer['reason'], message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * Sends one request over a connection of its own, once: no keep-alive, no retry, no redirect. Rejects with
 * `NotConnected` when nothing was sent, with {@link NoAnswer} when something was.
 */
export async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const socket = await connect(request.url, request.proxy, signal);
  return new Promise((resolve, reject) => {
    const body = request.body === null ? null : Buffer.from(request.body, 'utf8');
    const sent = http.request({
      method: request.method,
      path: request.url.pathname + request.url.search,
      headers: {
        ...request.headers,
        host: request.url.host,
        connection: 'close',
        ...(body === null ? {} : { 'content-length': String(body.length) }),
      },
      // Node's types want a Duplex; the connected socket is one.
      createConnection: () => socket,
    });
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    const refuse = (reason: NoAnswer['reason'], message: string, cause?: unknown): void => {
      end();
      reject(new NoAnswer(reason, message, { cause }));
      sent.destroy();
      socket.destroy();
    };
    const onAbort = (): void =>
      refuse('aborted', 'The request was cancelled after it was sent.', signal.reason);
    const timer = setTimeout(() => refuse('timeout', 'No whole answer in time.'), request.timeoutMs);
    signal.addEventListener('abort', onAbort, { once: true });
    sent.on('error', (error) => refuse('reset', error.message, error));
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BODY_BYTES) refuse('oversized', 'The answer is too large.');
        else chunks.push(chunk);
      });
      response.on('error', (error) => refuse('reset', error.message, error));
      response.on('end', () => {
        if (!response.complete) return refuse('reset', 'The answer ended early.');
        end();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    if (signal.aborted) onAbort();
    else sent.end(body ?? undefined);
  });
}
