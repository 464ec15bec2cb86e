import { expect, it } from 'vitest';
import { playType } from '../../../src/renderer/views/peek/play-type.ts';
import type { MediaFacts } from '../../../src/shared/peek.ts';

const facts = (container: string, codec: string | null): MediaFacts => ({
  container,
  codec,
  widthPx: 1,
  heightPx: 1,
  framesPerSecond: null,
  durationMs: null,
  scan: null,
  bitDepth: null,
  chroma: null,
  audio: null,
});

it.each([
  ['QuickTime', 'H.264', 'video/mp4; codecs="avc1.640028"'],
  ['WebM', 'VP9', 'video/webm; codecs="vp09.00.10.08"'],
  ['QuickTime', 'ProRes 422 LT', 'video/mp4; codecs="prores422lt"'],
  ['Windows Media', 'VC-1', 'video/x-windowsmedia; codecs="vc1"'],
])('asks Chromium about %s with %s as %s', (container, codec, type) => {
  expect(playType(facts(container, codec))).toBe(type);
});

it('asks nothing about sound alone', () => {
  expect(playType(facts('MP4', null))).toBeNull();
});
