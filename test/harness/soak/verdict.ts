import type { SoakFigures } from './soak.ts';

/** What a soak missed, in words; nothing when all is well. Apart from the run, so that mutants meet the same judge. */
export function faultsOf(figures: SoakFigures): readonly string[] {
  const { imports, done, videos, doubled, misremembered, refused } = figures;
  return [
    done === imports ? null : `${imports - done} imports not done`,
    videos === imports ? null : `${videos} videos for ${imports} objects`,
    doubled === 0 ? null : `${doubled} doubled`,
    misremembered === 0 ? null : `${misremembered} misremembered by the journal`,
    refused === 0 ? null : `${refused} requests beyond the limit`,
  ].filter((fault) => fault !== null);
}
