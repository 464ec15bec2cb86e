import { describe, expect, it } from 'vitest';
import { languages, resolveLanguage } from '../../../src/shared/language.ts';
import { textOf } from '../../../src/renderer/text/text.ts';

/** Paths of all leaves of a catalogue, with what stands there. */
function leavesOf(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`));
}

describe('the catalogues', () => {
  it.each(languages)('of %s say something everywhere', (language) => {
    const silent = leavesOf(textOf(language)).filter(
      ([, words]) => typeof words !== 'function' && (typeof words !== 'string' || words.trim() === ''),
    );
    expect(silent).toEqual([]);
  });

  it('have the same entries in every language, so that no screen falls silent', () => {
    const pathsOf = (language: (typeof languages)[number]): readonly string[] =>
      leavesOf(textOf(language))
        .map(([path]) => path)
        .toSorted();
    expect(pathsOf('da')).toEqual(pathsOf('en'));
  });

  it('leave no sentence untranslated', () => {
    const english = new Map(leavesOf(textOf('en')));
    const same = leavesOf(textOf('da')).filter(
      ([path, words]) => typeof words === 'string' && words.includes(' ') && english.get(path) === words,
    );
    expect(same.map(([path]) => path)).toEqual(['.common.appName']);
  });

  it.each(languages)('of %s write an ellipsis right behind its word', (language) => {
    // A function shows its templates as they are written, whatever it takes.
    const apart = leavesOf(textOf(language)).filter(([, words]) => /\s…|\s\\u2026/.test(String(words)));
    expect(apart.map(([path]) => path)).toEqual([]);
  });
});

describe('the language', () => {
  it('follows the system unless one is chosen', () => {
    expect(resolveLanguage('system', 'da-DK')).toBe('da');
    expect(resolveLanguage('system', 'fr-FR')).toBe('en');
    expect(resolveLanguage('en', 'da-DK')).toBe('en');
  });
});
