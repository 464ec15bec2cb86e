import { crc32 } from 'node:zlib';
import type { Disk } from '../crash-steps/disk.ts';
import { linesOf } from './damage.ts';
import type { Opener } from './examine.ts';
import { JOURNAL, openOn } from './history.ts';

/** Openers that each lack one of the product's precautions: an examination that passes them is worth nothing. */
export const mutants: Readonly<Record<string, Opener>> = {
  'believes any checksum': (disk) => openAfter(disk, (line) => withChecksum(bodyOf(line))),
  'believes any number': (disk) =>
    openAfter(disk, (line, index) =>
      isSound(line) ? withChecksum(bodyOf(line).replace(/^\d+/, String(index))) : line,
    ),
  'skips bad lines': (disk) => {
    let next = 0;
    return openAfter(disk, (line) =>
      isSound(line) ? withChecksum(bodyOf(line).replace(/^\d+/, String(next++))) : Buffer.alloc(0),
    );
  },
  'writes to a damaged journal': async (disk) => ({ ...(await openOn(disk)), readOnly: null }),
  'throws a torn end away': async (disk) => {
    const opened = await openOn(disk);
    disk.put(`${JOURNAL}.torn`, Buffer.alloc(0));
    return opened;
  },
};

/** Rewrites what the opener would have checked, so that its check finds nothing. */
function openAfter(disk: Disk, rewrite: (line: Buffer, index: number) => Buffer): ReturnType<Opener> {
  const lines = linesOf(disk.bytesOf(JOURNAL) ?? Buffer.alloc(0));
  disk.put(JOURNAL, Buffer.concat(lines.map(rewrite)));
  return openOn(disk);
}

const bodyOf = (line: Buffer): string => line.toString('latin1').slice(9).replace(/\n$/, '');
const withChecksum = (body: string): Buffer => {
  const bytes = Buffer.from(body, 'latin1');
  return Buffer.from(`${crc32(bytes).toString(16).padStart(8, '0')} ${body}\n`, 'latin1');
};
const isSound = (line: Buffer): boolean => line.equals(withChecksum(bodyOf(line)));
