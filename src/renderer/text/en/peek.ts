import type { MediaFacts } from '../../../shared/peek.ts';

const scans: Readonly<Record<NonNullable<MediaFacts['scan']>, string>> = {
  progressive: 'Progressive',
  interlaced: 'Interlaced',
  'top-field-first': 'Interlaced, top field first',
  'bottom-field-first': 'Interlaced, bottom field first',
};

/** Pictures of videos, and Quick Look. */
export const peek = {
  scans,
  layout: 'View' as string,
  table: 'List' as string,
  grid: 'Pictures' as string,
  quickLook: 'Quick Look' as string,
  reading: 'Reading the header…' as string,
  noVideo: 'No video in this file' as string,
  off: 'Previews are off' as string,
  spent: 'Preview limit reached' as string,
  noPicture: (codec: string): string => `${codec} cannot be played here`,
  settings: 'Preview settings' as string,
  cost: (spent: string, limit: string): string => `Previews: ${spent} of ${limit}`,
  selected: 'Selected' as string,
  ordinal: (place: string, count: string): string => `${place} of ${count}`,
  walk: (keys: string): string => `Arrow keys: previous and next file · ${keys}: select or deselect`,
  walkSelected: (count: string, keys: string): string =>
    `Arrow keys: the ${count} selected files · ${keys}: select or deselect`,
  facts: {
    container: 'Container',
    codec: 'Codec',
    frame: 'Frame size',
    rate: 'Frame rate',
    duration: 'Duration',
    scan: 'Scan',
    sampling: 'Sampling',
    audio: 'Audio',
    size: 'Size',
    modified: 'Modified',
  },
  frame: (width: string, height: string): string => `${width} × ${height}`,
  rate: (rate: string): string => `${rate} fps`,
  bits: (bits: string): string => `${bits} bit`,
};
