import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { textOf } from '../../../src/renderer/text/text.ts';
import { importedInWords } from '../../../src/renderer/views/browser/imported-in-words.ts';

const words = (done: number, total: number, more: boolean, language: 'en' | 'da' = 'en') =>
  importedInWords({ done, total, more }, textOf(language).browser, createFormat(language, 'UTC'));

describe('what a folder says of its imports', () => {
  it('is a count where everything was counted, and nothing where there is no video', () => {
    expect(words(2, 5, false)).toEqual({ words: '2 of 5 imported', explanation: undefined });
    expect(words(0, 5, false)?.words).toBe('0 of 5 imported');
    expect(words(0, 0, false)).toBeNull();
  });

  it('is the least it can be where the folder goes on, and the tooltip says of which part', () => {
    expect(words(182, 4_990, true)).toEqual({
      words: '182+ imported',
      explanation: 'Too large to count fully: 182 of the first 4,990 files imported',
    });
    expect(words(182, 4_990, true, 'da')?.words).toBe('182+ importeret');
  });

  it('claims no zero for a folder of which only the beginning was counted', () => {
    expect(words(0, 5_000, true)?.words).toBe('Too large to count');
    expect(words(0, 0, true)?.words).toBe('Too large to count');
  });
});
