import { describe, expect, it } from 'vitest';
import { isPastedList, listFileOf, textOfFile } from '../../../src/renderer/views/manifest/list-file.ts';
import { MANIFEST_CHARACTERS } from '../../../src/shared/manifests.ts';

const file = (name: string, size = 10) => ({ name, size });

describe('what is dropped', () => {
  it('is a list by its ending, whatever the case', () => {
    for (const name of ['a.csv', 'A.CSV', 'b.txt', 'c.json', 'd.tsv'])
      expect(listFileOf([file(name)])).toBeNull();
  });

  it('is refused when it is a video, a folder, more than one file, or too large', () => {
    expect(listFileOf([file('clip.mov')])).toBe('no-list');
    expect(listFileOf([file('folder')])).toBe('no-list');
    expect(listFileOf([])).toBe('no-list');
    expect(listFileOf([file('a.csv'), file('b.csv')])).toBe('several');
    expect(listFileOf([file('a.csv', MANIFEST_CHARACTERS + 1)])).toBe('too-large');
  });

  it.each([
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xc3, 0xa6], 'æ'],
    ['UTF-8 without one', [0xc3, 0xa6], 'æ'],
    ['UTF-16, as Excel writes Unicode text', [0xff, 0xfe, 0xe6, 0x00], 'æ'],
    ['UTF-16 of the other order', [0xfe, 0xff, 0x00, 0xe6], 'æ'],
    ['Windows-1252, as Excel writes plain CSV', [0xe6, 0x2e], 'æ.'],
  ])('is read in %s', async (_, bytes, text) => {
    expect(await textOfFile(new Blob([new Uint8Array(bytes)]))).toBe(text);
  });
});

describe('what is pasted', () => {
  it('is a list when it has an address or several lines', () => {
    expect(isPastedList('s3://bucket/key.mov')).toBe(true);
    expect(isPastedList('\n arn:aws:s3:::bucket/key.mov')).toBe(true);
    expect(isPastedList('key,name\na.mov,A')).toBe(true);
  });

  it('is none when it is a word or a line', () => {
    expect(isPastedList('hello there')).toBe(false);
    expect(isPastedList('  one.mov\n')).toBe(false);
  });
});
