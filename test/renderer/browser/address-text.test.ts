import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedAddress, shownAddress } from '../../../src/renderer/views/browser/address-text.ts';
import { HOSTILE } from '../../simulators/s3/hostile-keys.ts';

const address = 's3://b/in\u202Evoice/two\nlines/';
const shown = 's3://b/in⟨U+202E⟩voice/two␊lines/';
const edit = (change: (text: string) => string): string =>
  editedAddress(address, change(shownAddress(address)), address);
const key = fc.string({ unit: 'binary', maxLength: 12 });

describe('the text of the address field', () => {
  it('shows every address without a character that could hide, reorder or be dropped', () => {
    expect(shownAddress(address)).toBe(shown);
    fc.assert(
      fc.property(key, (text) => {
        expect(shownAddress(text)).not.toMatch(HOSTILE);
      }),
    );
  });

  it('leaves spaces and ordinary names of every script as they are', () => {
    for (const name of [' day 12 /', 'Århus/', '映像/', 'وثائقي/']) expect(shownAddress(name)).toBe(name);
  });

  it('keeps the exact characters of what an edit leaves alone, before it and after it', () => {
    expect(edit((text) => `${text}sub/`)).toBe(`${address}sub/`);
    expect(edit((text) => text.replace('voice', 'VOICE'))).toBe('s3://b/in\u202EVOICE/two\nlines/');
    expect(edit((text) => text.replace('two␊lines/', ''))).toBe('s3://b/in\u202Evoice/');
    fc.assert(
      fc.property(key, key, fc.stringMatching(/^[a-z/]{0,6}$/), (before, after, typed) => {
        const [whole, edited] = [before + after, shownAddress(before) + typed + shownAddress(after)];
        expect(editedAddress(whole, edited, whole)).toBe(before + typed + after);
      }),
    );
  });

  it('takes a character out with its whole escape, and what is left of a broken one as it stands', () => {
    expect(edit((text) => text.replace('⟨U+202E⟩', ''))).toBe('s3://b/invoice/two\nlines/');
    expect(edit((text) => text.replace('⟩', ''))).toBe('s3://b/in⟨U+202Evoice/two\nlines/');
  });

  it('knows an escape again that was cut out and put elsewhere', () => {
    const cut = edit((text) => text.replace('␊', ''));
    expect(cut).toBe('s3://b/in\u202Evoice/twolines/');
    expect(editedAddress(cut, `${shownAddress(cut)}x␊y/`, address)).toBe(`${cut}x\ny/`);
  });

  it('takes a pasted address exactly, whatever was there before', () => {
    for (const pasted of ['s3://other/a/b.mov', 'plain/', 's3://b/⟨U+200B⟩/', 's3://b/\u202Efdp/'])
      expect(editedAddress(address, pasted, address)).toBe(pasted);
  });
});
