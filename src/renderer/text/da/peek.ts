import type { Text } from '../text.ts';

/** Pictures of videos, and Quick Look. */
export const peek: Text['peek'] = {
  scans: {
    progressive: 'Progressiv',
    interlaced: 'Interlaced',
    'top-field-first': 'Interlaced, øverste felt først',
    'bottom-field-first': 'Interlaced, nederste felt først',
  },
  layout: 'Hvordan filer vises',
  table: 'Liste',
  grid: 'Billeder',
  quickLook: 'Hurtig visning',
  reading: 'Læser headeren…',
  noVideo: 'Ingen video i filen',
  failed: 'Kunne ikke læses',
  off: 'Forhåndsvisning er slået fra',
  spent: 'Grænsen for forhåndsvisning er nået',
  noPicture: (codec) => `${codec} kan ikke afspilles her`,
  settings: 'Indstil forhåndsvisning',
  cost: (spent, limit) => `Forhåndsvisning: ${spent} af ${limit} læst`,
  walk: 'Piletaster: forrige og næste fil',
  facts: {
    container: 'Container',
    codec: 'Codec',
    frame: 'Billedstørrelse',
    rate: 'Billedhastighed',
    duration: 'Varighed',
    scan: 'Skanning',
    sampling: 'Sampling',
    audio: 'Lyd',
    size: 'Størrelse',
    modified: 'Ændret',
  },
  frame: (width, height) => `${width} × ${height}`,
  rate: (rate) => `${rate} billeder/s`,
  bits: (bits) => `${bits} bit`,
};
