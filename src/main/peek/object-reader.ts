import { MIB } from '../../shared/units.ts';
import type { ReadBytes } from './media-parser.ts';

/**
 * Most bytes of one object that are read for its header. Default 4 MiB: the index of a two hour MP4 has 2 to 3;
 * range 256 KiB to 64 MiB.
 */
const MAX_HEADER_BYTES = 4 * MIB;

/** Bytes of one object as they are fetched: counted, capped, and never fetched twice. */
export function headerReader(
  fetch: (from: number, to: number) => Promise<Uint8Array>,
  maxBytes: number = MAX_HEADER_BYTES,
): ReadBytes {
  const fetched: { readonly from: number; readonly bytes: Uint8Array }[] = [];
  let left = maxBytes;
  return async (from, length) => {
    const known = fetched.find((part) => part.from <= from && from < part.from + part.bytes.length);
    // Parsers like to go back to the start: a shorter answer than asked for is as good.
    if (known !== undefined) return known.bytes.subarray(from - known.from, from - known.from + length);
    const next = Math.min(...fetched.map((part) => part.from).filter((start) => start > from));
    const wanted = Math.min(length, left, next - from);
    if (wanted <= 0) return new Uint8Array();
    left -= wanted;
    const bytes = await fetch(from, from + wanted - 1);
    fetched.push({ from, bytes });
    return bytes;
  };
}
