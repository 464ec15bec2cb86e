import net from 'node:net';
import { describe, expect, it } from 'vitest';
import type { SubmitRequest } from '../../../src/main/imports/ports.ts';
import { createPixopClient } from '../../../src/main/pixop/pixop-client.ts';
import { json, pixopError, scripted } from './scripted-server.ts';

const request: SubmitRequest = {
  inputLocationId: '3f2b0c1e-1111-4111-8111-111111111111',
  teamId: '3f2b0c1e-2222-4222-8222-222222222222',
  fullIngestion: true,
  body: { name: 'Ærø 🎬', objectKey: 'a b/50%+&?#.MOV', description: 'd', fileName: 'x.mov' },
};
const never = new AbortController().signal;

describe('the import call', () => {
  it('sends what the contract asks for, once, and tells the answer without judging it', async () => {
    const { client, seen, rates } = await scripted((response) =>
      json(
        response,
        202,
        { videoId: 'v' },
        { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': '41' },
      ),
    );
    const fact = await client.submitImport(request, never);
    const rate = { limit: 60, remaining: 59, resetInMs: 41_000, retryAfterMs: null };
    expect(fact).toEqual({ kind: 'answered', status: 202, rate, body: { videoId: 'v' } });
    expect(rates).toEqual([rate]);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.method).toBe('POST');
    expect(seen[0]?.url).toBe(
      `/api/v1/videos/in/s3/${request.inputLocationId}?fullIngestion=true&selectTeamId=${request.teamId}`,
    );
    expect(seen[0]?.headers['x-api-key']).toBe('the-key');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual(request.body);
  });

  it('delivers once to a server that processes it and closes the socket, and does not claim that it was not sent', async () => {
    const { client, seen } = await scripted((response) => response.socket?.destroy());
    expect(await client.submitImport(request, never)).toMatchObject({ kind: 'no-answer', reason: 'reset' });
    expect(seen).toHaveLength(1);
  });

  it.each([302, 307, 308])('tells a %i redirect and never follows it with the key', async (status) => {
    const other = await scripted((response) => json(response, 202, {}));
    const { client } = await scripted((response) => {
      response.writeHead(status, { location: `${other.url}/api/stolen` });
      response.end();
    });
    expect(await client.submitImport(request, never)).toMatchObject({ kind: 'answered', status });
    expect(other.seen).toEqual([]);
  });

  it('says that nothing was sent when nobody listens', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const client = createPixopClient({
      baseUrl: `http://127.0.0.1:${port}/api`,
      apiKey: async () => 'k',
      onRate: () => undefined,
      onKeyRejected: () => undefined,
    });
    expect(await client.submitImport(request, never)).toMatchObject({ kind: 'not-sent', reason: 'offline' });
  });

  it('says that nothing was sent, for TLS, when the handshake fails', async () => {
    const bytes: Buffer[] = [];
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        bytes.push(chunk);
        socket.end('this is no TLS');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const client = createPixopClient({
      baseUrl: `https://127.0.0.1:${port}/api`,
      apiKey: async () => 'the-key',
      onRate: () => undefined,
      onKeyRejected: () => undefined,
    });
    expect(await client.submitImport(request, never)).toMatchObject({ kind: 'not-sent', reason: 'tls' });
    expect(Buffer.concat(bytes).toString('latin1')).not.toContain('the-key');
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that nothing was sent without a key', async () => {
    const { client, seen } = await scripted((response) => json(response, 202, {}), null);
    expect(await client.submitImport(request, never)).toMatchObject({
      kind: 'not-sent',
      reason: 'key-missing',
    });
    expect(seen).toEqual([]);
  });

  it('does not claim that it was not sent when it was cancelled while waiting', async () => {
    const abort = new AbortController();
    const { client, seen } = await scripted(() => abort.abort());
    expect(await client.submitImport(request, abort.signal)).toMatchObject({
      kind: 'no-answer',
      reason: 'aborted',
    });
    expect(seen).toHaveLength(1);
  });

  it('gives up on an answer without end', async () => {
    const { client } = await scripted((response) => {
      response.writeHead(202);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) {
          // Until the socket is full.
        }
      };
      response.on('drain', more);
      more();
    });
    expect(await client.submitImport(request, never)).toMatchObject({
      kind: 'no-answer',
      reason: 'oversized',
    });
  });

  it('tells an HTML page as an answer without a body that could be read', async () => {
    const { client } = await scripted((response) => response.end('<html>Sign in</html>'));
    expect(await client.submitImport(request, never)).toEqual({
      kind: 'answered',
      status: 200,
      rate: null,
      body: undefined,
    });
  });

  it('keeps the key out of what it tells, even where the server repeats it', async () => {
    const key = 'a-key-of-some-length';
    const { client, rejected } = await scripted(
      (response, { headers }) =>
        json(
          response,
          401,
          pixopError(401, 'INVALID_API_KEY', { message: `No: ${String(headers['x-api-key'])}` }),
        ),
      key,
    );
    const fact = await client.submitImport(request, never);
    expect(fact).toMatchObject({ status: 401, body: { message: 'No: [redacted]' } });
    expect(rejected).toMatchObject([{ key, error: { code: 'unauthorised', message: 'No: [redacted]' } }]);
  });

  it('keeps the documented wait of a 429', async () => {
    const { client } = await scripted((response) =>
      json(response, 429, pixopError(429, 'TOO_MANY_REQUESTS'), {
        'x-ratelimit-limit': '60',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '99999',
        'x-ratelimit-retry-after': '17',
        'retry-after': '1',
      }),
    );
    expect(await client.submitImport(request, never)).toMatchObject({
      rate: { remaining: 0, resetInMs: 300_000, retryAfterMs: 17_000 },
    });
  });
});
