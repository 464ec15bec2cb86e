import { toAppError } from '../../shared/errors.ts';
import { MEDIA_PATH, mediaUses, type MediaUse } from '../../shared/peek.ts';
import { KIB, MIB } from '../../shared/units.ts';
import type { OpenedMedia, PeekService } from './peek-service.ts';

/** Answers the page's requests for media; null for every other request. */
export type MediaRoute = (request: Request) => Promise<Response> | null;

/**
 * Most bytes of one answer: a player asks for the rest when it needs it, and what it does not ask for costs nothing.
 * Default 256 KiB for a frame (a first frame has 20 to 500 KB), 2 MiB to play; range 64 KiB to 16 MiB.
 */
const SLICE_BYTES: Readonly<Record<'frame' | 'play', number>> = { frame: 256 * KIB, play: 2 * MIB };

const headers: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Addresses are of one run of the app: what is worth keeping is kept by the main process, under its own limit.
  'cache-control': 'no-store',
};
const refuse = (status: number, more: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers: { ...headers, ...more } });

/** Serves `/peek/<ticket>/<use>` of one origin; `onFailure` is told what S3 would not give. */
export function createMediaRoute(options: {
  readonly origin: string;
  readonly open: PeekService['open'];
  readonly onFailure: (message: string) => void;
}): MediaRoute {
  const { host } = new URL(options.origin);
  return (request) => {
    const url = new URL(request.url);
    if (url.host !== host || !url.pathname.startsWith(`${MEDIA_PATH}/`)) return null;
    return answer(request, url.pathname.slice(MEDIA_PATH.length + 1));
  };

  async function answer(request: Request, path: string): Promise<Response> {
    const [ticket = '', name, ...rest] = path.split('/');
    const use = mediaUses.find((known) => known === name);
    const media = use === undefined || rest.length > 0 ? null : options.open(ticket);
    if (request.method !== 'GET' || use === undefined || media === null) return refuse(404);
    try {
      return await (use === 'picture' ? picture(media) : slice(media, use, request));
    } catch (thrown) {
      const { code, message } = toAppError(thrown);
      if (code !== 'cancelled' && !request.signal.aborted) options.onFailure(message);
      return refuse(code === 'forbidden' ? 403 : 502);
    }
  }
}

async function picture(media: OpenedMedia): Promise<Response> {
  const address = await media.picture();
  if (address === null) return refuse(404);
  const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  return new Response(bytes, { headers: { ...headers, 'content-type': 'image/jpeg' } });
}

async function slice(
  { sizeBytes, read }: OpenedMedia,
  use: Exclude<MediaUse, 'picture'>,
  { headers: asked, signal }: Request,
): Promise<Response> {
  const [, first = '0', last = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asked.get('range') ?? '') ?? [];
  const from = Number(first);
  const wanted = last === '' ? sizeBytes - 1 : Number(last);
  if (from >= sizeBytes || wanted < from) return refuse(416, { 'content-range': `bytes */${sizeBytes}` });
  const to = Math.min(wanted, from + SLICE_BYTES[use] - 1, sizeBytes - 1);
  const bytes = await read(from, to, signal);
  return new Response(Uint8Array.from(bytes), {
    status: 206,
    headers: {
      ...headers,
      // One type for all: the page has asked before whether the codec can be decoded, and the player reads the rest.
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'content-range': `bytes ${from}-${from + bytes.length - 1}/${sizeBytes}`,
    },
  });
}
