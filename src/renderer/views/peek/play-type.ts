import type { MediaFacts } from '../../../shared/peek.ts';

/** Containers as a browser is asked for them; Chromium reads QuickTime and Matroska as it reads MP4. */
const containers: Readonly<Record<string, string>> = {
  MP4: 'video/mp4',
  QuickTime: 'video/mp4',
  Matroska: 'video/mp4',
  WebM: 'video/webm',
  'MPEG-TS': 'video/mp2t',
  AVI: 'video/x-msvideo',
  MXF: 'application/mxf',
};
/** Codecs as RFC 6381 writes them, each at an ordinary profile and level. */
const codecs: Readonly<Record<string, string>> = {
  'H.264': 'avc1.640028',
  HEVC: 'hvc1.2.4.L153.B0',
  AV1: 'av01.0.08M.08',
  VP8: 'vp8',
  VP9: 'vp09.00.10.08',
  'MPEG-4': 'mp4v.20.8',
  'MPEG-2': 'mp2v',
};

/** What to ask `canPlayType` before a byte of the picture is read; null when there is no picture. */
export function playType({ container, codec }: MediaFacts): string | null {
  if (codec === null) return null;
  const type = containers[container] ?? `video/x-${container.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`;
  const name = codecs[codec] ?? codec.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${type}; codecs="${name}"`;
}

/** Whether this build of Chromium says that it can decode a video. */
export function canPlay(facts: MediaFacts | null): boolean {
  const type = facts === null ? null : playType(facts);
  return type !== null && document.createElement('video').canPlayType(type) !== '';
}
