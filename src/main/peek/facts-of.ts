import type { MediaInfoResult, VideoTrack } from 'mediainfo.js';
import type { MediaFacts } from '../../shared/peek.ts';

/** MediaInfo's names where the trade has another one. */
const codecNames: Readonly<Record<string, string>> = {
  AVC: 'H.264',
  'MPEG-4 Visual': 'MPEG-4',
  'VC-1': 'VC-1',
};
/** Codecs whose profile says more to an operator than the codec alone. */
const NAMED_WITH_PROFILE = new Set(['ProRes', 'VC-3']);

/** What MediaInfo found, as the screens show it; null when it did not know the container at all. */
export function factsOf(result: MediaInfoResult): MediaFacts | null {
  const tracks = result.media?.track ?? [];
  const general = tracks.find((track) => track['@type'] === 'General');
  const video = tracks.find((track) => track['@type'] === 'Video');
  const audio = tracks.find((track) => track['@type'] === 'Audio');
  const container = general?.Format;
  if (container === undefined || (video === undefined && audio === undefined)) return null;
  const isQuickTime = container === 'MPEG-4' && general?.Format_Profile === 'QuickTime';
  const isTurned = Math.round(Number(video?.Rotation ?? 0)) % 180 !== 0;
  const [width, height] = isTurned ? [video?.Height, video?.Width] : [video?.Width, video?.Height];
  return {
    container: isQuickTime ? 'QuickTime' : container === 'MPEG-4' ? 'MP4' : container,
    codec: video === undefined ? null : codecOf(video),
    widthPx: positive(width, Math.round),
    heightPx: positive(height, Math.round),
    framesPerSecond: positive(video?.FrameRate),
    durationMs: positive((general?.Duration ?? video?.Duration ?? 0) * 1_000, Math.round),
    scan: scanOf(video),
    bitDepth: positive(video?.BitDepth, Math.round),
    chroma: video?.ChromaSubsampling ?? null,
    audio:
      audio?.Format === undefined
        ? null
        : [audio.Format, audio.Channels === undefined ? '' : `${audio.Channels} ch`]
            .filter(Boolean)
            .join(' · '),
  };
}

function codecOf({
  Format: format = '',
  Format_Version: version,
  Format_Profile: profile,
}: VideoTrack): string {
  if (format === 'MPEG Video') return version === '1' ? 'MPEG-1' : 'MPEG-2';
  if (NAMED_WITH_PROFILE.has(format) && profile !== undefined) return `${format} ${profile}`;
  return codecNames[format] ?? format;
}

function scanOf(video: VideoTrack | undefined): MediaFacts['scan'] {
  const type = video?.ScanType;
  if (type === undefined) return null;
  if (type === 'Progressive') return 'progressive';
  if (video?.ScanOrder === 'TFF') return 'top-field-first';
  return video?.ScanOrder === 'BFF' ? 'bottom-field-first' : 'interlaced';
}

/** A number that says something: damaged headers give zeros and worse. */
function positive(value: number | undefined, round = (number: number): number => number): number | null {
  const rounded = round(value ?? 0);
  return Number.isFinite(rounded) && rounded > 0 ? rounded : null;
}
