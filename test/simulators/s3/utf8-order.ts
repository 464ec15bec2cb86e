/** Says whether a key lies before a place in a listing; must hold for a run of keys from the first on and never again after it. */
export type Before = (key: string) => boolean;

/** JavaScript compares UTF-16 code units, where astral characters (surrogates) sort before U+E000..U+FFFF; in UTF-8 they sort after. */
const rank = (unit: number): number => {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
};

/** Orders keys as S3 does, by their UTF-8 bytes, without encoding them. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** The place at the very front. */
export const beforeNothing: Before = () => false;

/** The place just before `key`: a listing from there begins with the key itself. */
export const beforeKey =
  (key: string): Before =>
  (other) =>
    compareUtf8(other, key) < 0;

/** The place just after `key`, whether or not such an object exists. */
export const throughKey =
  (key: string): Before =>
  (other) =>
    compareUtf8(other, key) <= 0;

/** The place after every key that begins with `prefix`: how a listing steps over a folder without reading it. */
export const throughPrefix =
  (prefix: string): Before =>
  (other) =>
    other.startsWith(prefix) || compareUtf8(other, prefix) < 0;

/** Finds, by halving, the first of `length` ordered keys that is not before the place. */
export function firstIndex(length: number, keyAt: (index: number) => string, before: Before): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(keyAt(middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}
