import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blockIn,
  boxBetween,
  cardNear,
  clipBox,
  edgeSpeed,
  type CardLayout,
  type CardPoint,
} from '../../../src/renderer/views/browser/marquee.ts';

const layout: CardLayout = { columns: 4, cardWidthPx: 180, linePx: 160, gapPx: 8 };
const point: fc.Arbitrary<CardPoint> = fc.record({
  x: fc.integer({ min: -20, max: 800 }),
  y: fc.integer({ min: -20, max: 1_600 }),
});

/** Where a card lies, as the style sheet puts it. */
const cardAt = (line: number, column: number) => ({
  left: column * (180 + 8),
  right: column * (180 + 8) + 180,
  top: line * 160 + 8,
  bottom: (line + 1) * 160,
});

describe('a rectangle over cards', () => {
  it('touches exactly the cards that it overlaps, whichever way it is drawn', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const block = blockIn(boxBetween(from, to), layout);
        const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
        const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
        for (let line = 0; line < 11; line += 1) {
          for (let column = 0; column < layout.columns; column += 1) {
            const card = cardAt(line, column);
            const overlaps = left < card.right && right > card.left && top < card.bottom && bottom > card.top;
            const isIn =
              line >= block.fromLine &&
              line < block.toLine &&
              column >= block.fromColumn &&
              column < block.toColumn;
            // A rectangle without an inside overlaps nothing, but may stand in a card.
            if (left < right && top < bottom) expect([line, column, isIn]).toEqual([line, column, overlaps]);
          }
        }
        expect(block.toColumn).toBeLessThanOrEqual(layout.columns);
      }),
    );
  });

  it('touches nothing while it lies in a gap, and lines that were never rendered as well as others', () => {
    const inGap = blockIn(boxBetween({ x: 0, y: 321 }, { x: 700, y: 327 }), layout);
    expect(inGap.toLine).toBe(inGap.fromLine);
    expect(blockIn(boxBetween({ x: 190, y: 4 }, { x: 10, y: 160 * 250_000 - 1 }), layout)).toEqual({
      columns: 4,
      fromLine: 0,
      toLine: 250_000,
      fromColumn: 0,
      toColumn: 2,
    });
  });

  it('is drawn only where it can be seen, and ends where the keyboard goes on', () => {
    const box = boxBetween({ x: 3, y: 40_000_000 }, { x: 90, y: 100 });
    expect(clipBox(box, 39_999_000, 39_999_900)).toEqual({
      left: 3,
      top: 39_999_000,
      width: 87,
      height: 900,
    });
    expect(clipBox(box, 10, 50).height).toBe(0);
    expect(cardNear({ x: 400, y: 330 }, 1_000, layout)).toBe(10);
    expect(cardNear({ x: 5_000, y: 9_999_999 }, 1_000, layout)).toBe(999);
    expect(cardNear({ x: -9, y: -9 }, 1_000, layout)).toBe(0);
  });

  it('moves the rows near the edges only, faster the further the pointer is beyond them', () => {
    expect(edgeSpeed(300, 600)).toBe(0);
    expect(edgeSpeed(10, 600)).toBeLessThan(0);
    expect(edgeSpeed(-50, 600)).toBeLessThan(edgeSpeed(10, 600));
    expect(edgeSpeed(590, 600)).toBeGreaterThan(0);
    expect(edgeSpeed(5_000, 600)).toBe(edgeSpeed(9_000, 600));
    // In a view without room for both edges the nearer one counts.
    expect(edgeSpeed(5, 30)).toBeLessThan(0);
    expect(edgeSpeed(25, 30)).toBeGreaterThan(0);
  });
});
