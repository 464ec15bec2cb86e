import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createMediaRoute, type MediaRoute } from '../../../src/main/peek/media-route.ts';
import { mediaAddress, pictureSchema } from '../../../src/shared/peek.ts';
import { startPeekRig, unreachable, type PeekRig } from './peek-rig.ts';

const origin = 'app://pixop-ingest';
const name = 'camera-h264-moov-end.mov';
const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/media', name));
let rig: PeekRig | null = null;
afterEach(async () => {
  await rig?.close();
  rig = null;
});

async function start() {
  const started = (rig = await startPeekRig());
  const { ticket } = await started.look(name);
  const failures: string[] = [];
  const route: MediaRoute = createMediaRoute({
    origin,
    open: started.peek.open,
    onFailure: (message) => failures.push(message),
  });
  const get = async (path: string, range?: string) =>
    (await route(new Request(origin + path, { headers: range === undefined ? {} : { range } }))) ??
    new Response('not media', { status: 299 });
  return { ...started, ticket, failures, get };
}

describe('media of the page', () => {
  it('comes in slices, from whichever byte the player asks for', async () => {
    const { get, ticket } = await start();
    const first = await get(mediaAddress(ticket, 'frame'), 'bytes=0-');
    expect(first.status).toBe(206);
    expect(first.headers.get('content-range')).toBe(`bytes 0-262143/${bytes.length}`);
    const rest = await get(mediaAddress(ticket, 'frame'), 'bytes=262144-');
    const both = Buffer.concat([
      Buffer.from(await first.arrayBuffer()),
      Buffer.from(await rest.arrayBuffer()),
    ]);
    expect(both.equals(bytes)).toBe(true);
  });

  it('refuses ranges beyond the end, other methods, and tickets that were never given', async () => {
    const { get, ticket } = await start();
    expect((await get(mediaAddress(ticket, 'play'), `bytes=${bytes.length}-`)).status).toBe(416);
    expect((await get(mediaAddress('00000000', 'play'))).status).toBe(404);
    expect((await get(`/peek/${ticket}/other`)).status).toBe(404);
    expect((await get(`/peek/${ticket}/play/x`)).status).toBe(404);
    expect((await get('/index.html')).status).toBe(299);
  });

  it('gives the kept picture as a JPEG and nothing before there is one', async () => {
    const { get, peek, ticket } = await start();
    expect((await get(mediaAddress(ticket, 'picture'))).status).toBe(404);
    await peek.keep({ ticket, picture: pictureSchema.parse('data:image/jpeg;base64,/9j/4AAQ') });
    const picture = await get(mediaAddress(ticket, 'picture'));
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe('/9j/4AAQ');
  });

  it('is refused once the budget is spent, and the reason is told', async () => {
    const { get, ticket, setLimit, failures } = await start();
    setLimit(1);
    expect((await get(mediaAddress(ticket, 'play'))).status).toBe(403);
    expect(failures).toEqual(['The limit of bytes for previews of this source is reached.']);
  });
});

describe('why a player got no bytes', () => {
  it('is kept until it gets some: the limit', async () => {
    const { get, peek, ticket, setLimit } = await start();
    expect(peek.failureOf(ticket)).toBeNull();
    setLimit(1);
    await get(mediaAddress(ticket, 'play'));
    expect(peek.failureOf(ticket)).toMatchObject({ detail: { source: 'app', serviceCode: 'PREVIEW_LIMIT' } });
    setLimit(100_000_000);
    await get(mediaAddress(ticket, 'play'));
    expect(peek.failureOf(ticket)).toBeNull();
  });

  it('is told of previews that were switched off meanwhile', async () => {
    const { get, peek, ticket, setLimit } = await start();
    setLimit(0);
    expect((await get(mediaAddress(ticket, 'frame'))).status).toBe(403);
    expect(peek.failureOf(ticket)).toMatchObject({ detail: { serviceCode: 'PREVIEWS_OFF' } });
  });

  it('is told of storage that is not reached, also after it was looked into once more', async () => {
    const { get, peek, ticket, look, failReads } = await start();
    failReads(true);
    expect((await get(mediaAddress(ticket, 'play'))).status).toBe(502);
    expect((await look(name)).ticket).toBe(ticket);
    expect(peek.failureOf(ticket)).toEqual(unreachable);
  });

  it('is no answer for a ticket that was never given', async () => {
    const { peek } = await start();
    expect(() => peek.failureOf('00000000')).toThrow('Nothing was looked into');
  });
});
