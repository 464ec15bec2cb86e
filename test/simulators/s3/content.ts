import { createHash } from 'node:crypto';

/** The bytes of an object, read by range so that an object of hundreds of gigabytes costs nothing until it is asked for. */
export interface Content {
  readonly sizeBytes: number;
  /** Without the quotes of the header. */
  readonly etag: string;
  /** Pieces of the bytes from `start` up to, not including, `end`; the caller keeps both within the size. */
  readonly read: (start: number, end: number) => Iterable<Uint8Array>;
}

/** Largest piece of generated content handed out at once: 64 KiB, what a socket takes in one write. */
const PIECE_BYTES = 65_536;

const zeros = Buffer.alloc(PIECE_BYTES);

/** An object whose bytes are at hand; its ETag is their MD5, as S3 makes it for an object put in one part. */
export function bufferContent(bytes: Uint8Array): Content {
  return {
    sizeBytes: bytes.byteLength,
    etag: createHash('md5').update(bytes).digest('hex'),
    read: (start, end) => [bytes.subarray(start, end)],
  };
}

/** An object of any declared size: `head`, then zeros made as they are read. */
export function sparseContent(
  sizeBytes: number,
  etag: string,
  head: Uint8Array = zeros.subarray(0, 0),
): Content {
  return {
    sizeBytes,
    etag,
    *read(start, end) {
      let at = start;
      if (at < head.byteLength) {
        const piece = head.subarray(at, Math.min(end, head.byteLength));
        yield piece;
        at += piece.byteLength;
      }
      while (at < end) {
        const piece = zeros.subarray(0, Math.min(PIECE_BYTES, end - at));
        yield piece;
        at += piece.byteLength;
      }
    },
  };
}

/** Length of an ISO base media box header with a 64-bit size, bytes (ISO/IEC 14496-12, 4.2). */
const LARGE_BOX_HEADER_BYTES = 16;

/**
 * Blows a small MP4 or MOV up to any size with one `free` box behind it: still a correct file that players open,
 * so that an object over Pixop's size limit can be previewed and probed like a real one.
 */
export function paddedMovie(movie: Uint8Array, sizeBytes: number): Content {
  const paddingBytes = sizeBytes - movie.byteLength;
  if (paddingBytes < LARGE_BOX_HEADER_BYTES) {
    throw new RangeError(
      `Expected a size of at least ${movie.byteLength + LARGE_BOX_HEADER_BYTES} bytes, got ${sizeBytes}`,
    );
  }
  const header = Buffer.alloc(LARGE_BOX_HEADER_BYTES);
  header.writeUInt32BE(1, 0);
  header.write('free', 4, 'latin1');
  header.writeBigUInt64BE(BigInt(paddingBytes), 8);
  const etag = createHash('md5').update(movie).update(String(sizeBytes)).digest('hex');
  return sparseContent(sizeBytes, `${etag}-${partCount(sizeBytes)}`, Buffer.concat([movie, header]));
}

/** Parts of a multipart upload in the largest number S3 takes (10,000) or in 64 MiB each, whichever is fewer. */
function partCount(sizeBytes: number): number {
  return Math.min(10_000, Math.ceil(sizeBytes / (64 * 1024 * 1024)));
}
