import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubmitRequest } from '../../../src/main/imports/ports.ts';
import { createPixopClient, type PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import { startProxy, type ProxyServer } from '../../simulators/proxy/server.ts';
import { json, scripted } from './scripted-server.ts';

const request: SubmitRequest = {
  inputLocationId: '3f2b0c1e-1111-4111-8111-111111111111',
  teamId: '3f2b0c1e-2222-4222-8222-222222222222',
  fullIngestion: true,
  body: { name: 'Take', objectKey: 'take.mov', description: '', fileName: 'take.mov' },
};
const never = new AbortController().signal;

let proxy: ProxyServer;
beforeEach(async () => void (proxy = await startProxy()));
afterEach(() => proxy.close());

const through = (url: string, proxyUrl: () => Promise<string | null>): PixopClient =>
  createPixopClient({
    baseUrl: `${url}/api`,
    apiKey: async () => 'the-key',
    proxyFor: proxyUrl,
    onRate: () => undefined,
    onKeyRejected: () => undefined,
  });

describe('An import through a proxy', () => {
  it('arrives once, by the way that the proxy opened', async () => {
    const { url, seen } = await scripted((response) => json(response, 202, { videoId: 'v' }));
    const client = through(url, async () => proxy.url);
    expect(await client.submitImport(request, never)).toMatchObject({ kind: 'answered', status: 202 });
    expect(seen).toHaveLength(1);
    expect(proxy.asked).toEqual([new URL(url).host]);
  });

  it.each(['refuse', 'want-sign-in', 'die-before'] as const)(
    'was not sent when the proxy did “%s”',
    async (mood) => {
      proxy.mood = mood;
      const { url, seen } = await scripted((response) => json(response, 202, { videoId: 'v' }));
      const fact = await through(url, async () => proxy.url).submitImport(request, never);
      expect(fact).toMatchObject({ kind: 'not-sent' });
      expect(seen).toEqual([]);
    },
  );

  it('was not sent when the proxy is not there, or which one it is cannot be found out', async () => {
    const { url, seen } = await scripted((response) => json(response, 202, { videoId: 'v' }));
    const gone = proxy.url;
    await proxy.close();
    expect(await through(url, async () => gone).submitImport(request, never)).toMatchObject({
      kind: 'not-sent',
    });
    const lost = through(url, () => Promise.reject(new Error('The script of the proxy has a mistake.')));
    expect(await lost.submitImport(request, never)).toMatchObject({ kind: 'not-sent' });
    expect(seen).toEqual([]);
  });

  it('may have arrived when the way broke under it', async () => {
    proxy.mood = 'die-after';
    const { url } = await scripted((response) => json(response, 202, { videoId: 'v' }));
    const fact = await through(url, async () => proxy.url).submitImport(request, never);
    expect(fact).toMatchObject({ kind: 'no-answer' });
  });

  it('goes past the proxy where the system says so', async () => {
    const { url, seen } = await scripted((response) => json(response, 202, { videoId: 'v' }));
    await through(url, async () => null).submitImport(request, never);
    expect(seen).toHaveLength(1);
    expect(proxy.asked).toEqual([]);
  });
});

describe('Other calls', () => {
  it('say in words that the proxy wants a sign-in', async () => {
    proxy.mood = 'want-sign-in';
    const { url } = await scripted((response) => json(response, 200, []));
    await expect(through(url, async () => proxy.url).teams(never)).rejects.toMatchObject({
      error: { code: 'offline', detail: { serviceCode: 'PROXY_REFUSED' } },
    });
  });
});
