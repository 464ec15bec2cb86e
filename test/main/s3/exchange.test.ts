import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { Agent, createServer as createSecureServer, request } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyBuffer } from '../../../src/main/s3/body-buffer.ts';
import { openConnections, type Connections } from '../../../src/main/s3/exchange.ts';
import { readIntoOneMemory } from '../../../src/main/s3/read-memory.ts';

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/tls', name));
const MIB = 1_048_576;

/** Bytes that tell which answer they belong to, and where in it. */
function pattern(answer: number, bytes: number): Buffer {
  const body = Buffer.alloc(bytes, answer);
  for (let at = 0; at + 4 <= bytes; at += 4_096) body.writeUInt32LE(answer * MIB + at / 4_096, at);
  return body;
}

/** Answers `/answer/bytes` piece by piece, so that answers under way at the same time come mixed. */
const inPieces: RequestListener = (incoming, outgoing) => {
  const [, answer, bytes, announced] = (incoming.url ?? '').split('/');
  const body = pattern(Number(answer), Number(bytes));
  if (announced === 'announced') outgoing.setHeader('content-length', body.length);
  let at = 0;
  const next = (): void => {
    if (at >= body.length) return void outgoing.end();
    outgoing.write(body.subarray(at, (at += 30_000)));
    setImmediate(next);
  };
  next();
};

const open: (Server | Connections)[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function listening(server: Server): Promise<number> {
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('answers', () => {
  it('that come at the same time are kept apart, although their sockets read into the same memory', async () => {
    const port = await listening(createServer(inPieces));
    const connections = openConnections();
    open.push(connections);
    const origin = new URL(`http://127.0.0.1:${port}`);
    for (const round of [0, 1]) {
      const answers = Array.from({ length: 8 }, async (_, index) => {
        const answer = round * 8 + index;
        const wire = { method: 'GET', origin, path: `/${answer}/${2 * MIB + answer}`, headers: {} } as const;
        const { body } = await connections.exchange(wire, { maxBytes: 4 * MIB });
        expect(body.equals(pattern(answer, 2 * MIB + answer))).toBe(true);
      });
      await Promise.all(answers);
    }
  });

  it('are so over encrypted connections, too', async () => {
    const secure = createSecureServer({ cert: fixture('server.crt'), key: fixture('server.key') }, inPieces);
    const port = await listening(secure);
    const agent = new Agent({ keepAlive: true, ca: fixture('ca.crt'), ...readIntoOneMemory() });
    const answers = Array.from({ length: 6 }, async (_, answer) => {
      const outgoing = request({
        agent,
        port,
        host: '127.0.0.1',
        servername: 'localhost',
        path: `/${answer}/${MIB}`,
      });
      outgoing.end();
      const chunks: Buffer[] = [];
      const [incoming] = (await once(outgoing, 'response')) as [AsyncIterable<Buffer>];
      for await (const chunk of incoming) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(pattern(answer, MIB))).toBe(true);
    });
    await Promise.all(answers);
    agent.destroy();
  });

  it('are read into the memory that is brought, one after the other, whether they say their length or not', async () => {
    const port = await listening(createServer(inPieces));
    const connections = openConnections();
    open.push(connections);
    const origin = new URL(`http://127.0.0.1:${port}`);
    const into = new BodyBuffer();
    let memory: ArrayBufferLike | null = null;
    for (const [answer, path] of ['3000000/announced', '1000', '2000000', '0', '70000/announced'].entries()) {
      const wire = { method: 'GET', origin, path: `/${answer}/${path}`, headers: {} } as const;
      const { body } = await connections.exchange(wire, { maxBytes: 4 * MIB, into });
      expect(body.equals(pattern(answer, Number.parseInt(path, 10)))).toBe(true);
      memory ??= body.buffer;
      expect(body.buffer).toBe(memory);
    }
    const wire = { method: 'GET', origin, path: '/0/2000000', headers: {} } as const;
    await expect(connections.exchange(wire, { maxBytes: MIB, into })).rejects.toThrow(/larger than/);
  });
});
