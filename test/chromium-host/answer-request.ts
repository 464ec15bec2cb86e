import type { Page, Request as PageRequest, Route } from 'playwright-core';
import type { HostProtocol } from './protocol.ts';

/**
 * Most bytes of one answer that are held in memory; a longer range is answered by its beginning, and the media
 * player asks for the rest. Electron streams instead. Well above any file of the renderer's build.
 */
const MAX_RANGE_BYTES = 4 * 1_024 * 1_024;

/** Lets the app's own `protocol.handle` handler answer a request of the page; status, headers and body are its own. */
export async function answerRequest(page: Page, route: Route, protocol: HostProtocol): Promise<void> {
  const request = route.request();
  const url = protocol.origins.toApp(request.url());
  const handler = protocol.handlerOf(url);
  if (handler === undefined) return route.continue();
  const aborted = new AbortController();
  const onFailed = (failed: PageRequest): void => {
    if (failed === request) aborted.abort();
  };
  page.on('requestfailed', onFailed);
  try {
    const body = request.postDataBuffer();
    const response = await handler(
      new Request(url, {
        method: request.method(),
        headers: request.headers(),
        signal: aborted.signal,
        ...(body === null ? {} : { body: Uint8Array.from(body) }),
      }),
    );
    if (response.type === 'error') return await route.abort();
    await route.fulfill(await contentOf(response));
  } catch (error) {
    if (aborted.signal.aborted) return;
    process.stderr.write(`The handler of ${url} failed: ${String(error)}\n`);
    await route.abort();
  } finally {
    page.off('requestfailed', onFailed);
  }
}

async function contentOf(
  response: Response,
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const headers = Object.fromEntries(response.headers);
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '');
  if (response.status !== 206 || range === null) {
    return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
  }
  const body = await firstBytes(response);
  const from = Number(range[1]);
  headers['content-range'] = `bytes ${from}-${from + body.length - 1}/${range[3] ?? '*'}`;
  headers['content-length'] = String(body.length);
  return { status: 206, headers, body };
}

async function firstBytes(response: Response): Promise<Buffer> {
  if (response.body === null) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the rest of the stream.
  for await (const chunk of response.body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_RANGE_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_RANGE_BYTES);
}
