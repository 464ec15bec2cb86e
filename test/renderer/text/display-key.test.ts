import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayKey } from '../../../src/renderer/text/display-key.ts';
import { HOSTILE } from '../../simulators/s3/hostile-keys.ts';

describe('displayKey', () => {
  it('leaves ordinary names of every script as they are', () => {
    for (const name of [
      'A001_C042.MXF',
      'Århus/Ærø – 2.mov',
      '映像/第一話.mp4',
      'وثائقي.mp4',
      'é̂.mov',
      '👍🏽 ✔️.mp4',
    ]) {
      expect(displayKey(name)).toBe(name);
    }
  });

  it('shows a right-to-left override instead of obeying it', () => {
    expect(displayKey('invoice\u202Efdp.mov')).toBe('invoice⟨U+202E⟩fdp.mov');
  });

  it('shows control characters as their pictures', () => {
    expect(displayKey('a\u0000b\tc\nd\u007f')).toBe('a␀b␉c␊d␡');
  });

  it('shows zero-width characters, odd spaces and lone surrogates by their code', () => {
    expect(displayKey('a\u200Bb\u00A0c\uD83D')).toBe('a⟨U+200B⟩b⟨U+00A0⟩c⟨U+D83D⟩');
  });

  it('shows spaces at the ends, where nobody would see them', () => {
    expect(displayKey('  a b ')).toBe('␠␠a b␠');
    expect(displayKey('   ')).toBe('␠␠␠');
  });

  it('never lets a hostile character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (key) => {
        const shown = displayKey(key);
        expect(shown).not.toMatch(HOSTILE);
      }),
    );
  });

  it('is stable: showing what is shown changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (key) => {
        expect(displayKey(displayKey(key))).toBe(displayKey(key));
      }),
    );
  });
});
