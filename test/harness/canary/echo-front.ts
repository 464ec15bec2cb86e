import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { repetitions } from './leaks.ts';

/** How a service answers in place of its simulator; `reset` breaks the connection. */
export interface EchoMode {
  readonly name: string;
  readonly answer:
    ((said: string) => { readonly status: number; readonly type: string; readonly body: string }) | 'reset';
}

/** A service in front of a simulator, which can answer by repeating everything that it was sent. */
export interface EchoFront {
  readonly url: string;
  /** Null hands requests on to the simulator. */
  mode: EchoMode | null;
  /** Requests that were answered with an echo. */
  echoes: number;
  readonly close: () => Promise<void>;
}

/** Starts a front; it repeats all of the request, `known` always, and those of `sent` that it was sent, in many forms. */
export async function startEchoFront(simulatorUrl: string, known: string, sent: string): Promise<EchoFront> {
  const target = new URL(simulatorUrl);
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (front.mode === null) return handOn(request, body, response);
      front.echoes += 1;
      const { answer } = front.mode;
      if (answer === 'reset') return void request.socket.destroy();
      const asked = `${request.rawHeaders.join(' ')} ${body.toString('utf8')}`;
      const secrets = asked.includes(sent) ? [known, sent] : [known];
      const said = [
        ...secrets.flatMap(repetitions),
        `${request.method ?? ''} ${request.url ?? ''}`,
        ...request.rawHeaders,
        body.toString('utf8'),
      ].join(' | ');
      const { status, type, body: text } = answer(said);
      const repeated = encodeURIComponent(known).slice(0, 100);
      response.writeHead(status, {
        'content-type': type,
        'x-amz-request-id': repeated,
        'x-amz-bucket-region': repeated,
        location: `https://elsewhere.example/${repeated}`,
      });
      response.end(text);
    });
  });
  const handOn = (request: http.IncomingMessage, body: Buffer, response: http.ServerResponse): void => {
    const { method, url, headers } = request;
    const onward = http.request(
      { host: target.hostname, port: target.port, method, path: url, headers, agent: false },
      (incoming) => {
        response.writeHead(incoming.statusCode ?? 502, incoming.rawHeaders);
        incoming.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    onward.end(body);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  const front: EchoFront = {
    url: `http://127.0.0.1:${port}${target.pathname.replace(/\/$/, '')}`,
    mode: null,
    echoes: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return front;
}
