import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { RateReading } from '../../../src/main/imports/ports.ts';
import { createPixopClient, type PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import type { AppError } from '../../../src/shared/errors.ts';

/** A request as the server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server that does what the test says with each request, and a client of it. It is closed after the test. */
export async function scripted(
  answer: (response: http.ServerResponse, request: SeenRequest) => void,
  apiKey: string | null = 'the-key',
): Promise<{
  readonly client: PixopClient;
  readonly seen: SeenRequest[];
  readonly rates: RateReading[];
  readonly rejected: { readonly key: string; readonly error: AppError }[];
  readonly url: string;
}> {
  const seen: SeenRequest[] = [];
  const rates: RateReading[] = [];
  const rejected: { readonly key: string; readonly error: AppError }[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  // A TCP server's address is an object.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createPixopClient({
    baseUrl: `${url}/api`,
    apiKey: async () => apiKey,
    onRate: (reading) => rates.push(reading),
    onKeyRejected: (key, error) => rejected.push({ key, error }),
  });
  return { client, seen, rates, rejected, url };
}

/** Answers JSON. */
export function json(
  response: http.ServerResponse,
  status: number,
  body: unknown,
  headers: http.OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** Pixop's error body. */
export const pixopError = (statusCode: number, errorCode: string, extra: object = {}) => ({
  timestamp: '2026-11-24T00:00:00Z',
  requestId: '7d1b6a0e-0000-4000-8000-000000000001',
  requestPath: '/api/v1',
  errorCode,
  message: `Said: ${errorCode}`,
  statusCode,
  ...extra,
});
