/** Longest file name that Pixop takes, openapi.json `FileName`. */
const MAX_FILE_NAME = 255;
/** Letters that Unicode does not decompose, written as their languages do. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  å: 'a',
  Å: 'A',
  ß: 'ss',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'Th',
  œ: 'oe',
  Œ: 'OE',
};

/**
 * The last part of an object key as a file name that fits Pixop's pattern `^[a-zA-Z0-9_\-\.]{1,255}$`: accents
 * dropped, everything else foreign as `_`, the extension kept. Deterministic, so that it can serve as evidence.
 */
export function toFileName(objectKey: string): string {
  const last = objectKey.split('/').findLast((part) => part !== '') ?? '';
  const plain = Array.from(last)
    .map((character) => spelled[character] ?? character)
    .join('')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9_.-]+/g, '_');
  if (plain.length <= MAX_FILE_NAME) return plain === '' ? 'video' : plain;
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= 16 ? plain.slice(dot) : '';
  return plain.slice(0, MAX_FILE_NAME - extension.length) + extension;
}
