import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitForMiddle } from '../../../src/renderer/components/split-for-middle.ts';
import { splitPath } from '../../../src/renderer/components/split-path.ts';
import { shareAfterKey, shareAt } from '../../../src/renderer/components/split-share.ts';

const range = { min: 0.2, max: 0.7 };

describe('the separator of two regions', () => {
  it('gives the right region what is right of the pointer, within its limits', () => {
    expect(shareAt(600, { right: 1_000, width: 1_000 }, range)).toBe(0.4);
    expect(shareAt(5, { right: 1_000, width: 1_000 }, range)).toBe(0.7);
    expect(shareAt(999, { right: 1_000, width: 1_000 }, range)).toBe(0.2);
    expect(shareAt(5, { right: 0, width: 0 }, range)).toBe(0.2);
  });

  it('moves by keys as its orientation says', () => {
    expect(shareAfterKey('ArrowLeft', 0.4, range)).toBe(0.42);
    expect(shareAfterKey('ArrowRight', 0.4, range)).toBe(0.38);
    expect(shareAfterKey('ArrowRight', 0.2, range)).toBe(0.2);
    expect(shareAfterKey('Home', 0.4, range)).toBe(0.7);
    expect(shareAfterKey('End', 0.4, range)).toBe(0.2);
    expect(shareAfterKey('a', 0.4, range)).toBeNull();
  });
});

describe('a name that is cut in the middle', () => {
  it('is cut between two words, with counter and extension in sight', () => {
    expect(splitForMiddle('A001C042_260101_R2VK_0042.mxf', 'short')).toEqual({
      head: 'A001C042_260101_R2VK_',
      tail: '0042.mxf',
    });
    expect(splitForMiddle('Nordlys_S01_a_long_production_00010_camA.mov')).toEqual({
      head: 'Nordlys_S01_a_long_production_',
      tail: '00010_camA.mov',
    });
  });

  it('is left whole when it is short, or when its letters join', () => {
    expect(splitForMiddle('clip.mov')).toBeNull();
    expect(splitForMiddle('A001_C042_1118R7.mov')).toBeNull();
    expect(splitForMiddle('وثائقي طويل جدا عن المدينة القديمة.mov')).toBeNull();
  });

  it('keeps no more of the end than of the beginning where it is one word', () => {
    expect(splitForMiddle('NordlysS01E041080i25v2.mxf')).toEqual({
      head: 'NordlysS01E04',
      tail: '1080i25v2.mxf',
    });
  });

  it('loses and splits no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 20, maxLength: 80 }), (name) => {
        const parts = splitForMiddle(name);
        if (parts === null) return;
        expect(parts.head + parts.tail).toBe(name);
        expect(`${parts.head} ${parts.tail}`).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('a key whose folders give way before its name', () => {
  it('is parted at the last slash that has something behind it', () => {
    expect(splitPath('deliveries/Ep 01/master.mov')).toEqual({
      folder: 'deliveries/Ep 01',
      name: 'master.mov',
    });
    expect(splitPath('deliveries/Ep 01/')).toEqual({ folder: 'deliveries', name: 'Ep 01/' });
  });

  it('stays in one piece without folders, and in scripts that run from the right', () => {
    for (const key of ['master.mov', '/master.mov', '', '/', 'social/راديو.mp4'])
      expect(splitPath(key)).toBeNull();
  });

  it('loses nothing of a key', () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const parts = splitPath(key);
        return parts === null || `${parts.folder}/${parts.name}` === key;
      }),
    );
  });
});
