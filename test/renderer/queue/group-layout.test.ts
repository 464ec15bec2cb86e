import { describe, expect, it } from 'vitest';
import {
  headingId,
  HEADING_PX,
  layOut,
  linesOf,
  partsBetween,
  ROW_PX,
  topOfLine,
} from '../../../src/renderer/views/queue/group-layout.ts';
import { keptScrollTop } from '../../../src/renderer/views/queue/scroll-anchor.ts';

const jobs = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index}`);
const flat = (jobIds: readonly string[]) => layOut([{ batchId: null, jobIds }], new Set());
const two = (collapsed: readonly string[] = [], x = jobs('x', 3)) =>
  layOut(
    [
      { batchId: 'x', jobIds: x },
      { batchId: 'y', jobIds: jobs('y', 5) },
    ],
    new Set(collapsed),
  );

describe('where the lines of the queue stand', () => {
  it('is one below the other, headings above their imports, and a collapsed batch is its heading only', () => {
    expect(linesOf(two())).toEqual([headingId('x'), ...jobs('x', 3), headingId('y'), ...jobs('y', 5)]);
    expect(topOfLine(two(), 'y0')).toBe(2 * HEADING_PX + 3 * ROW_PX);
    expect(topOfLine(two(['x']), 'y0')).toBe(2 * HEADING_PX);
    expect(topOfLine(two(['x']), 'x0')).toBeNull();
    expect(two(['x']).lineCount).toBe(7);
    expect(two(['x']).heightPx).toBe(2 * HEADING_PX + 5 * ROW_PX);
  });

  it('brings only what is in sight to be rendered, with what lies around it', () => {
    const layout = flat(jobs('a', 30_000));
    expect(partsBetween(layout, 6_000, 6_600, 2)).toMatchObject([{ first: 98, last: 112 }]);
    const [x, y] = partsBetween(two(), 0, HEADING_PX + 4 * ROW_PX, 0);
    expect(x).toMatchObject({ first: 0, last: 3 });
    expect(y).toMatchObject({ first: 0, last: 1 });
    expect(partsBetween(two(), two().heightPx - 10, two().heightPx, 0)).toMatchObject([
      { first: 4, last: 5 },
    ]);
  });
});

describe('what is read', () => {
  const before = flat(jobs('a', 100));
  const at = 20 * ROW_PX + 7;

  it('stays where it is when rows come or go above it', () => {
    expect(keptScrollTop(before, flat(['new', ...jobs('a', 100)]), at)).toBe(at + ROW_PX);
    expect(keptScrollTop(before, flat(jobs('a', 100).slice(5)), at)).toBe(at - 5 * ROW_PX);
  });

  it('stays by its neighbour when it has gone itself', () => {
    const without = jobs('a', 100).filter((id) => id !== 'a20' && id !== 'a21');
    expect(keptScrollTop(before, flat(without), at)).toBe(at - 2 * ROW_PX);
  });

  it('stays by its heading when its batch is collapsed', () => {
    expect(keptScrollTop(two(), two(['y']), topOfLine(two(), 'y3') ?? 0)).toBe(HEADING_PX + 3 * ROW_PX);
  });

  it('stays at the head of the list, where new rows come', () => {
    expect(keptScrollTop(before, flat(['new', ...jobs('a', 100)]), 0)).toBe(0);
  });
});
