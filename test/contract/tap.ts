import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback } from '../simulators/s3/loopback.ts';
import type { SentAnswer, SentRequest } from './openapi.ts';

/** One request and its answer as they went over the wire. */
interface Exchange {
  readonly request: SentRequest;
  readonly answer: SentAnswer;
}

/** A listening post between a client and a server. */
export interface Tap {
  /** The base URL to give to the client. */
  readonly url: string;
  /** Everything that was answered, in order. */
  readonly exchanges: readonly Exchange[];
  readonly close: () => Promise<void>;
}

/** Passes everything on to a base URL, byte for byte, and keeps a copy; a connection that breaks there breaks here. */
export async function startTap(baseUrl: string): Promise<Tap> {
  const base = new URL(baseUrl);
  const exchanges: Exchange[] = [];
  const server = http.createServer((incoming, outgoing) => {
    void pass(incoming, outgoing).catch(() => incoming.socket.resetAndDestroy());
  });

  async function pass(incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const body = await buffer(incoming);
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      http
        .request({ host: base.hostname, port: base.port, method, path: url, headers, agent: false }, resolve)
        .once('error', reject)
        .end(body);
    });
    const answered = await buffer(answer);
    const { pathname, searchParams } = new URL(url, baseUrl);
    exchanges.push({
      request: {
        method,
        path: pathname.slice(base.pathname.length),
        query: searchParams,
        headers,
        body: body.toString('utf8'),
      },
      answer: { status: answer.statusCode ?? 0, headers: answer.headers, body: answered.toString('utf8') },
    });
    outgoing.writeHead(answer.statusCode ?? 0, answer.headers).end(answered);
  }

  const { port, close } = await listenOnLoopback(server, 0);
  return { url: `http://127.0.0.1:${port}${base.pathname}`, exchanges, close };
}
