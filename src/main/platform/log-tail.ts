import { open } from 'node:fs/promises';

/** How much of the log's end is worth sending to support, bytes. Default 512 KiB. */
const TAIL_BYTES = 512 * 1_024;

/** The last lines of a log file; none when it was not written yet. */
export async function logTail(path: string, maxBytes: number = TAIL_BYTES): Promise<readonly string[]> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - maxBytes);
    const bytes = Buffer.alloc(size - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    const lines = bytes.toString('utf8', 0, bytesRead).split('\n').filter(Boolean);
    // The first line is whole only when nothing of the file was left out.
    return from === 0 ? lines : lines.slice(1);
  } finally {
    await file.close();
  }
}
