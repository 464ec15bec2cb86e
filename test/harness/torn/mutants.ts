import { crc32 } from 'node:zlib';
import type { Disk } from '../crash-steps/disk.ts';
import { linesOf } from './damage.ts';
import type { Opener } from './examine.ts';
import { JOURNAL, openOn } from './history.ts';

/** An opener that lacks one of the product's precautions. */
export interface Mutant {
  readonly name: string;
  readonly open: Opener;
  /** What an examination has to say of it: another complaint does not count. */
  readonly complaint: RegExp;
}

const misread = /invented a record|records instead of/;

/** An examination that passes one of these is worth nothing. */
export const mutants: readonly Mutant[] = [
  {
    name: 'believes any checksum',
    open: (disk) => openAfter(disk, (line) => withChecksum(bodyOf(line))),
    complaint: misread,
  },
  {
    name: 'believes any number',
    open: (disk) =>
      openAfter(disk, (line, index) =>
        isSound(line) ? withChecksum(bodyOf(line).replace(/^\d+/, String(index))) : line,
      ),
    complaint: misread,
  },
  {
    name: 'skips bad lines',
    open: (disk) => {
      let next = 0;
      return openAfter(disk, (line) =>
        isSound(line) ? withChecksum(bodyOf(line).replace(/^\d+/, String(next++))) : Buffer.alloc(0),
      );
    },
    complaint: misread,
  },
  {
    name: 'writes to a damaged journal',
    open: async (disk) => ({ ...(await openOn(disk)), readOnly: null }),
    complaint: /takes damage for a torn end/,
  },
  {
    name: 'throws a torn end away',
    open: async (disk) => {
      const opened = await openOn(disk);
      disk.put(`${JOURNAL}.torn`, Buffer.alloc(0));
      return opened;
    },
    complaint: /lost a torn end/,
  },
];

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
