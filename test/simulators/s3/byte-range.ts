import { S3Error } from './s3-error.ts';

/** Bytes from `start` up to, not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a `Range` header. Null means the whole object: no header, one that is not a single range of bytes
 * (S3 ignores several), or one it cannot read. A range with nothing in it is refused.
 */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (header === undefined || first === undefined || last === undefined || first + last === '') return null;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes : Math.min(sizeBytes, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  if (start >= sizeBytes) {
    throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', {
      elements: { RangeRequested: header, ActualObjectSize: sizeBytes },
    });
  }
  return { start, end };
}
