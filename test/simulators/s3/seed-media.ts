import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bufferContent, type Content } from './content.ts';

/** Folder of the seed videos. */
const MEDIA = join(import.meta.dirname, '../../fixtures/media');

/** The seed videos and the media type a store would give each. */
const seeds = {
  aurora: ['aurora-h264-faststart.mp4', 'video/mp4'],
  fractal: ['fractal-h264-moov-end.mp4', 'video/mp4'],
  camera: ['camera-h264-moov-end.mov', 'video/quicktime'],
  prores: ['graded-prores-lt.mov', 'video/quicktime'],
  mxf: ['broadcast-mpeg2-1080i25.mxf', 'application/mxf'],
  ts: ['playout-h264-576i25.ts', 'video/mp2t'],
  mkv: ['interview-h264-50p.mkv', 'video/x-matroska'],
  avi: ['legacy-mpeg4.avi', 'video/x-msvideo'],
  hevc: ['uhd-hevc-10bit.mp4', 'video/mp4'],
  webm: ['web-vp9.webm', 'video/webm'],
  vertical: ['vertical-h264.mp4', 'video/mp4'],
  bars: ['bars-and-tone-h264.mp4', 'video/mp4'],
} as const;

/** A seed video by a short name. */
export type SeedName = keyof typeof seeds;

/** One seed video read into memory: hundreds of objects share its bytes. */
export interface SeedVideo {
  readonly bytes: Uint8Array;
  readonly content: Content;
  readonly contentType: string;
}

/** Gives seed videos by name, reading each file once. */
export function openSeedMedia(): (name: SeedName) => SeedVideo {
  const opened = new Map<SeedName, SeedVideo>();
  return (name) => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const [file, contentType] = seeds[name];
    const bytes = readFileSync(join(MEDIA, file));
    const video = { bytes, content: bufferContent(bytes), contentType };
    opened.set(name, video);
    return video;
  };
}
