/** Bytes compared at once. */
const WORD_BYTES = 4;

/** The bytes of a buffer, to be read by words. */
export const wordsOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** How many bytes from `left` on are the same as those from `right` on, `most` at most: most keys of a page begin alike. */
export function commonBytes(words: DataView, left: number, right: number, most: number): number {
  let common = 0;
  const lastWord = most - WORD_BYTES;
  while (common <= lastWord && words.getInt32(left + common) === words.getInt32(right + common))
    common += WORD_BYTES;
  while (common < most && words.getUint8(left + common) === words.getUint8(right + common)) common += 1;
  return common;
}

/** Copies `[from, to)` of some bytes to `put` of others: going over into C++ costs more than the few words of a name. */
export function copyWords(source: DataView, from: number, to: number, into: DataView, put: number): void {
  const by = put - from;
  let at = from;
  for (; at + WORD_BYTES <= to; at += WORD_BYTES) into.setInt32(at + by, source.getInt32(at));
  for (; at < to; at += 1) into.setUint8(at + by, source.getUint8(at));
}

/** A text of at least four characters that is looked for at many places. */
export interface Mark {
  readonly length: number;
  /** Its words; the last one overlaps the one before it where the length is no multiple of four. */
  readonly words: Int32Array;
}

/** Makes a mark of a text in ASCII. */
export function markOf(text: string): Mark {
  const bytes = Buffer.from(text, 'latin1');
  const words = Array.from({ length: Math.ceil(bytes.length / WORD_BYTES) }, (_, index) =>
    bytes.readInt32BE(Math.min(index * WORD_BYTES, bytes.length - WORD_BYTES)),
  );
  return { length: bytes.length, words: Int32Array.from(words) };
}

/** Whether a text stands at `at` and ends by `end`; a call into C++ costs more than these few words. */
export function standsAt(words: DataView, at: number, end: number, mark: Mark): boolean {
  const { length } = mark;
  if (at + length > end) return false;
  const last = at + length - WORD_BYTES;
  let index = 0;
  for (let word = at; word < last; word += WORD_BYTES)
    if (words.getInt32(word) !== mark.words[index++]) return false;
  return words.getInt32(last) === mark.words[index];
}
