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
   * `torn`: only the end is bad, as a crash in mid-write leaves it. `damaged`: whole frames follow something bad, be
   * they new or known, or the numbering has a gap; the file was edited, restored in part, or the disk failed.
   */
  readonly state: 'whole' | 'torn' | 'damaged';
  /** Of a damaged file: the whole frames that follow the damage, in order. Something before them was lost. */
  readonly after: readonly Frame[];
}

/** Reads frames until the end or the first bad one, and beyond it what is still whole. */
export function readFrames(bytes: Buffer): ReadFrames {
  const frames: Frame[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(NEWLINE, at);
    const frame = end < 0 ? null : parseFrame(bytes.subarray(at, end));
    if (frame?.seq !== frames.length) {
      const whole = wholeFrames(bytes, at);
      // A whole frame out of its place is damage, even as the last one.
      const state = whole.length === 0 ? 'torn' : 'damaged';
      return { frames, goodBytes: at, state, after: inOrder(whole, frames.length) };
    }
    frames.push(frame);
    at = end + 1;
  }
  return { frames, goodBytes: at, state: 'whole', after: [] };
}

function wholeFrames(bytes: Buffer, from: number): readonly Frame[] {
  const found: Frame[] = [];
  for (let start = from; start < bytes.length; start = nextLine(bytes, start)) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0) return found;
    const frame = parseFrame(bytes.subarray(start, end));
    if (frame !== null) found.push(frame);
  }
  return found;
}

/** Lines that were doubled or moved back are known already. */
function inOrder(frames: readonly Frame[], nextSeq: number): readonly Frame[] {
  const found: Frame[] = [];
  for (const frame of frames) if (frame.seq >= (found.at(-1)?.seq ?? nextSeq - 1) + 1) found.push(frame);
  return found;
}

const nextLine = (bytes: Buffer, from: number): number => {
  const end = bytes.indexOf(NEWLINE, from);
  return end < 0 ? bytes.length : end + 1;
};

function parseFrame(line: Buffer): Frame | null {
  if (line.length < CHECKSUM_LENGTH + 1) return null;
  const body = line.subarray(CHECKSUM_LENGTH + 1);
  if (line.toString('latin1', 0, CHECKSUM_LENGTH + 1) !== `${checksum(body)} `) return null;
  const space = body.indexOf(0x20);
  const seq = Number(body.toString('latin1', 0, space));
  const records = parseJson(body.toString('utf8', space + 1));
  return space > 0 && Number.isSafeInteger(seq) && Array.isArray(records) ? { seq, records } : null;
}

/** The checksum was right, yet whoever wrote it need not have been this app. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const checksum = (body: Buffer): string => crc32(body).toString(16).padStart(CHECKSUM_LENGTH, '0');
