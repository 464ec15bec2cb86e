import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMediaParser } from '../../../src/main/peek/media-parser.ts';
import { headerReader } from '../../../src/main/peek/object-reader.ts';

const parse = createMediaParser(createRequire(import.meta.url).resolve('mediainfo.js/MediaInfoModule.wasm'));
const bytesOf = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/media', name));
const reading = (bytes: Uint8Array, maxBytes?: number) => {
  const ranges: (readonly [number, number])[] = [];
  const read = headerReader((from, to) => {
    ranges.push([from, to]);
    return Promise.resolve(bytes.subarray(from, to + 1));
  }, maxBytes);
  return { read, ranges };
};

describe('reading header facts', () => {
  it.each([
    ['aurora-h264-faststart.mp4', 'MP4', 'H.264', 640, 360, 25, 4_000, 'progressive'],
    ['camera-h264-moov-end.mov', 'QuickTime', 'H.264', 1280, 720, 23.976, 2_002, 'progressive'],
    ['graded-prores-lt.mov', 'QuickTime', 'ProRes 422 LT', 640, 360, 25, 1_000, 'progressive'],
    ['broadcast-mpeg2-1080i25.mxf', 'MXF', 'MPEG-2', 1920, 1080, 25, 1_000, 'top-field-first'],
    ['playout-h264-576i25.ts', 'MPEG-TS', 'H.264', 720, 576, null, 2_030, 'top-field-first'],
    ['interview-h264-50p.mkv', 'Matroska', 'H.264', 1024, 576, 50, 2_021, 'progressive'],
    ['legacy-mpeg4.avi', 'AVI', 'MPEG-4', 512, 384, 15, 3_067, 'progressive'],
    ['uhd-hevc-10bit.mp4', 'MP4', 'HEVC', 3840, 2160, 25, 1_000, 'progressive'],
    ['web-vp9.webm', 'WebM', 'VP9', 640, 360, 24, 3_008, null],
  ])('knows %s', async (name, container, codec, widthPx, heightPx, framesPerSecond, durationMs, scan) => {
    const bytes = bytesOf(name);
    expect(await parse(bytes.length, reading(bytes).read)).toMatchObject({
      container,
      codec,
      widthPx,
      heightPx,
      framesPerSecond,
      durationMs,
      scan,
    });
  });

  it('fetches no byte twice, although the parser goes back to the start', async () => {
    const bytes = bytesOf('camera-h264-moov-end.mov');
    const { read, ranges } = reading(bytes);
    await parse(bytes.length, read);
    const fetched = ranges.reduce((sum, [from, to]) => sum + Math.min(to, bytes.length - 1) - from + 1, 0);
    expect(fetched).toBeLessThanOrEqual(bytes.length);
  });

  it('stops at the cap and says what it knows by then', async () => {
    const bytes = bytesOf('broadcast-mpeg2-1080i25.mxf');
    const { read, ranges } = reading(bytes, 65_536);
    expect(await parse(bytes.length, read)).toMatchObject({ container: 'MXF' });
    expect(ranges).toEqual([[0, 65_535]]);
  });

  it('calls text no video', async () => {
    const bytes = Buffer.from('Nordlyset kommer sent i aften.\r\n'.repeat(100));
    expect(await parse(bytes.length, reading(bytes).read)).toBeNull();
  });
});
