import { describe, expect, it } from 'vitest';
import { Disk } from '../../../harness/crash-steps/disk.ts';
import { linesOf } from '../../../harness/torn/damage.ts';
import { JOURNAL, openOn } from '../../../harness/torn/history.ts';
import { mutants } from '../../../harness/torn/mutants.ts';
import { histories, runTorn } from '../../../harness/torn/run.ts';

const seed = 1;
const written = await histories(seed, 7);

async function openedFrom(bytes: Buffer) {
  const disk = new Disk();
  disk.put(JOURNAL, bytes);
  return { disk, ...(await openOn(disk)) };
}

describe('a journal that was damaged', () => {
  it('never says what was not written, and loses no more than its end', async () => {
    const { cases, violations } = await runTorn(written, { seed, every: 11 });
    expect(violations).toEqual([]);
    expect(cases).toBeGreaterThan(3_000);
  });

  it.each(mutants)('would be caught if its opener $name', async ({ open, complaint }) => {
    const { violations } = await runTorn(written, { seed, every: 101, open });
    expect(violations.some((violation) => complaint.test(violation))).toBe(true);
  });

  it('is only read when lines that are known already follow a broken one', async () => {
    const [run] = written;
    const lines = linesOf(run?.bytes ?? Buffer.alloc(0));
    const [last] = lines.slice(-1);
    const half = last?.subarray(last.length >> 1) ?? Buffer.alloc(0);
    const bytes = Buffer.concat([...lines, half, ...lines.slice(-1)]);
    const { disk, readOnly, salvaged } = await openedFrom(bytes);
    expect({ readOnly, salvaged }).toEqual({ readOnly: 'damaged', salvaged: [] });
    expect(disk.bytesOf(JOURNAL)).toEqual(bytes);
  });

  it('is not begun anew when all but a last line, shorter than the first, is gone', async () => {
    const [, compacted] = written;
    const [last] = linesOf(compacted?.bytes ?? Buffer.alloc(0)).slice(-1);
    const { disk, readOnly, salvaged } = await openedFrom(last ?? Buffer.alloc(0));
    expect({ readOnly, salvaged }).toEqual({
      readOnly: 'damaged',
      salvaged: [{ type: 'paused', paused: true }],
    });
    expect(disk.bytesOf(JOURNAL)).toEqual(last);
  });
});
