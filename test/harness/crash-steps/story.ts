import type { Day } from './day.ts';
import { JOURNAL, openerOn } from './app.ts';
import { Life } from './life.ts';

/** One process of the day. */
export interface Chapter {
  readonly name: string;
  /** What happens to the disk before it starts. */
  readonly before: (day: Day) => Promise<void> | void;
  /** What the operator wants imported by its end. */
  readonly objectKeys: readonly string[];
}

/** More records than a queue needs, so that the next start writes the journal anew. */
const SURPLUS_RECORDS = 2_002;

/** A day in three processes: a complete import, one that begins with a compaction, and one that repairs a damaged journal. */
export const story: readonly Chapter[] = [
  { name: 'import', before: () => undefined, objectKeys: ['a1.mov', 'a2.mov', 'a3.mov'] },
  {
    name: 'compaction',
    async before({ disk }) {
      const { journal } = await openerOn(disk, new Life())('start');
      const toggles = Array.from({ length: SURPLUS_RECORDS }, (_, index) => ({
        type: 'paused',
        paused: index % 2 === 0,
      }));
      await journal.append(toggles);
      await journal.close();
    },
    objectKeys: ['b1.mov', 'b2.mov'],
  },
  {
    name: 'repair',
    before(day) {
      // What Pixop answered about the first import since the compaction can no longer be read.
      const bytes = Buffer.from(day.disk.bytesOf(JOURNAL) ?? '');
      const at = bytes.indexOf('"type":"accepted"');
      if (at < 0) throw new Error('The journal says of no import that it was accepted');
      bytes[at] = 0;
      day.disk.put(JOURNAL, bytes);
      day.isDamaged = true;
    },
    objectKeys: ['c1.mov'],
  },
];
