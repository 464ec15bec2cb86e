import { crc32 } from 'node:zlib';

/**
 * One frame is one line: `crc32 seq json\n`, the checksum in eight hexadecimal digits over `seq json`. Its JSON is an
 * array of records, the group that became durable together. A frame is written only after the one before it has been
 * synced, so at most the last frame of a file can be torn.
 */
export interface Frame {
  readonly seq: number;
  readonly records: readonly unknown[];
}

const NEWLINE = 0x0a;
const CHECKSUM_LENGTH = 8;

/** The bytes of a frame. */
export function writeFrame({ seq, records }: Frame): Buffer {
  const body = Buffer.from(`${seq} ${JSON.stringify(records)}`, 'utf8');
  return Buffer.concat([Buffer.from(`${checksum(body)} `, 'latin1'), body, Buffer.from([NEWLINE])]);
}

/** What a journal's bytes hold. */
export interface ReadFrames {
  readonly frames: readonly Frame[];
  /** Bytes up to and with the last frame before anything bad. */
  readonly goodBytes: number;
  /**
   * `torn`: only the end is bad, as a crash in mid-write leaves it. `damaged`: whole frames follow something bad, or
   * the numbering has a gap; the file was edited, restored in part, or the disk failed.
   */
  readonly state: 'whole' | 'torn' | 'damaged';
}

/** Reads frames until the end or the first bad one; of a damaged file the frames before the damage. */
export function readFrames(bytes: Buffer): ReadFrames {
  const frames: Frame[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(NEWLINE, at);
    const frame = end < 0 ? null : parseFrame(bytes.subarray(at, end));
    if (frame === null)
      return { frames, goodBytes: at, state: hasFrameAfter(bytes, at) ? 'damaged' : 'torn' };
    if (frame.seq !== frames.length) return { frames, goodBytes: at, state: 'damaged' };
    frames.push(frame);
    at = end + 1;
  }
  return { frames, goodBytes: at, state: 'whole' };
}

function hasFrameAfter(bytes: Buffer, at: number): boolean {
  for (let start = bytes.indexOf(NEWLINE, at) + 1; start > 0 && start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) return false;
    if (parseFrame(bytes.subarray(start, end)) !== null) return true;
    start = end + 1;
  }
  return false;
}

function parseFrame(line: Buffer): Frame | null {
  if (line.length < CHECKSUM_LENGTH + 1) return null;
  const body = line.subarray(CHECKSUM_LENGTH + 1);
  if (line.toString('latin1', 0, CHECKSUM_LENGTH + 1) !== `${checksum(body)} `) return null;
  const space = body.indexOf(0x20);
  const seq = Number(body.toString('latin1', 0, space));
  const records: unknown = JSON.parse(body.toString('utf8', space + 1));
  return Number.isSafeInteger(seq) && Array.isArray(records) ? { seq, records } : null;
}

const checksum = (body: Buffer): string => crc32(body).toString(16).padStart(CHECKSUM_LENGTH, '0');
