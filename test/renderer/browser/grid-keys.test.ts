import { describe, expect, it } from 'vitest';
import { goTo, keyIntent } from '../../../src/renderer/views/browser/grid-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const rowRefAt = (index: number) => ({ index, id: 100 + index });
const cursor = { active: rowRefAt(10), anchor: rowRefAt(10) };
const press = (key: string, columns: number, more = {}) =>
  keyIntent({ ...plain, ...more, key }, cursor, { count: 100, pageRows: 3, columns, rowRefAt }, false);

describe('keys in a listing', () => {
  it('moves by the number of columns where files stand side by side', () => {
    expect(press('ArrowDown', 4)).toMatchObject({ cursor: { active: { index: 14 } } });
    expect(press('ArrowUp', 4)).toMatchObject({ cursor: { active: { index: 6 } } });
    expect(press('ArrowRight', 4)).toMatchObject({ cursor: { active: { index: 11 } } });
    expect(press('PageDown', 4)).toMatchObject({ cursor: { active: { index: 22 } } });
  });
  it('leaves the arrows to the sides alone in a list', () => {
    expect(press('ArrowRight', 1)).toBeNull();
    expect(press('ArrowDown', 1)).toMatchObject({ cursor: { active: { index: 11 } } });
  });
  it('leaves ? to the sheet of shortcuts, except within a name that is being typed', () => {
    const facts = { count: 100, pageRows: 3, rowRefAt };
    expect(keyIntent({ ...plain, shiftKey: true, key: '?' }, cursor, facts, false)).toBeNull();
    expect(keyIntent({ ...plain, shiftKey: true, key: '?' }, cursor, facts, true)).toMatchObject({
      character: '?',
    });
  });
  it('begins a range at the row it came from, and where it is asked for once that row is not shown any more', () => {
    const shift = { ...plain, shiftKey: true };
    expect(goTo(cursor, rowRefAt(20), shift, true)).toMatchObject({
      change: { kind: 'range', from: { id: 110 }, to: { id: 120 } },
    });
    const lost = { ...cursor, anchor: null };
    expect(goTo(lost, rowRefAt(20), shift, true)).toMatchObject({
      cursor: { anchor: { id: 120 } },
      change: { kind: 'range', from: { id: 120 }, to: { id: 120 } },
    });
    expect(goTo(lost, rowRefAt(11), shift, false)).toMatchObject({ change: { from: { id: 110 } } });
  });
  it('opens Quick Look with Space, and picks with Ctrl and Space', () => {
    expect(press(' ', 4)).toEqual({ kind: 'look' });
    expect(press(' ', 4, { ctrlKey: true })).toMatchObject({
      change: { kind: 'toggle', row: { index: 10, id: 110 } },
    });
  });
});
