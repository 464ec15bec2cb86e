import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFileName } from '../../../src/main/drafts/file-name.ts';
import { cutToLength } from '../../../src/main/drafts/graphemes.ts';
import { parseTemplate } from '../../../src/main/drafts/template.ts';

const fill = (source: string, objectKey: string, ordinal = 7, total = 1_200): string => {
  const parsed = parseTemplate(source);
  if (!parsed.ok) throw new Error(parsed.unknownToken);
  return parsed.fill({ objectKey, modifiedMs: new Date(2026, 10, 3).getTime(), ordinal, total });
};

describe('a template', () => {
  it('knows an object’s folders, name, day and place', () => {
    expect(fill('{folder2}/{folder} {basename}.{ext} {date} {n} {path}', 'a/b/c.d.mov')).toBe(
      'a/b c.d.mov 2026-11-03 0007 a/b',
    );
  });

  it('leaves words empty that an object has nothing for', () => {
    expect(fill('[{folder}][{ext}]', 'plain')).toBe('[][]');
  });

  it('lets doubled braces stand for themselves', () => {
    expect(fill('{{{n}}}', 'a', 1, 1)).toBe('{1}');
  });
});

describe('a file name', () => {
  it('always fits Pixop’s pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (key) => {
        expect(toFileName(key)).toMatch(/^[a-zA-Z0-9_\-.]{1,255}$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it('spells what it can and keeps the extension of a long one', () => {
    expect(toFileName('x/Rødgrød på Ærø (1).MOV')).toBe('Rodgrod_pa_AEro_1_.MOV');
    expect(toFileName(`${'a'.repeat(300)}.mxf`)).toMatch(/^a{251}\.mxf$/);
  });
});

describe('shortening', () => {
  it('never exceeds the length and never cuts a letter in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 0, max: 50 }),
        (text, max) => {
          const cut = cutToLength(text, max);
          expect(cut.length).toBeLessThanOrEqual(max);
          expect(text.startsWith(cut)).toBe(true);
        },
      ),
    );
    expect(cutToLength('ab👩‍👩‍👧', 5)).toBe('ab');
  });
});
