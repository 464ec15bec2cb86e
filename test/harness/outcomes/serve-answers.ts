import http from 'node:http';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { listenOnLoopback } from '../../simulators/s3/loopback.ts';
import { bodyShapes, type AnswerCase } from './cases.ts';

/** A server whose answer to each intent is planned, and which counts the deliveries of each. */
export interface PlannedServer {
  readonly baseUrl: string;
  readonly deliveries: ReadonlyMap<string, number>;
  readonly close: () => Promise<void>;
}

const importSchema = z.object({ objectKey: z.string() });
const RATE_HEADERS = { 'x-ratelimit-limit': 600, 'x-ratelimit-remaining': 500, 'x-ratelimit-reset': 30 };

/** Starts it; an import's `objectKey` names its case. */
export async function servePlanned(planned: ReadonlyMap<string, AnswerCase>): Promise<PlannedServer> {
  const deliveries = new Map<string, number>();
  const server = http.createServer((request, response) => {
    void json(request).then((body) => {
      const { objectKey } = importSchema.parse(body);
      deliveries.set(objectKey, (deliveries.get(objectKey) ?? 0) + 1);
      const one = planned.get(objectKey);
      if (one === undefined) throw new Error(`Nothing is planned for ${objectKey}`);
      answer(response, one);
    });
  });
  const { port, close } = await listenOnLoopback(server, 0);
  return { baseUrl: `http://127.0.0.1:${port}/api`, deliveries, close };
}

function answer(
  response: http.ServerResponse,
  { status, errorCode, shape, hasRateHeaders }: AnswerCase,
): void {
  const bytes = Buffer.from(bodyShapes[shape](status, errorCode));
  const hasBody = status !== 204 && status !== 304;
  response.writeHead(status, {
    ...(hasRateHeaders ? RATE_HEADERS : {}),
    'content-type': shape === 'html' ? 'text/html' : 'application/json',
    ...(hasBody ? { 'content-length': bytes.byteLength } : {}),
    ...(status >= 300 && status < 400 ? { location: '/api/v1/account' } : {}),
    connection: 'keep-alive',
  });
  if (shape !== 'cut' || !hasBody) response.end(hasBody ? bytes : undefined);
  else response.write(bytes.subarray(0, bytes.byteLength / 2), () => response.destroy());
}
