import { describe, expect, it } from 'vitest';
import { keyIntent } from '../../../src/renderer/views/browser/grid-keys.ts';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const place = { active: 10, anchor: 10 };
const press = (key: string, columns: number, more = {}) =>
  keyIntent({ ...plain, ...more, key }, place, { count: 100, pageRows: 3, columns }, false);

describe('keys in a listing', () => {
  it('moves by the number of columns where files stand side by side', () => {
    expect(press('ArrowDown', 4)).toMatchObject({ place: { active: 14 } });
    expect(press('ArrowUp', 4)).toMatchObject({ place: { active: 6 } });
    expect(press('ArrowRight', 4)).toMatchObject({ place: { active: 11 } });
    expect(press('PageDown', 4)).toMatchObject({ place: { active: 22 } });
  });
  it('leaves the arrows to the sides alone in a list', () => {
    expect(press('ArrowRight', 1)).toBeNull();
    expect(press('ArrowDown', 1)).toMatchObject({ place: { active: 11 } });
  });
  it('leaves ? to the sheet of shortcuts, except within a name that is being typed', () => {
    const facts = { count: 100, pageRows: 3 };
    expect(keyIntent({ ...plain, shiftKey: true, key: '?' }, place, facts, false)).toBeNull();
    expect(keyIntent({ ...plain, shiftKey: true, key: '?' }, place, facts, true)).toMatchObject({
      character: '?',
    });
  });
  it('opens Quick Look with Space, and picks with Ctrl and Space', () => {
    expect(press(' ', 4)).toEqual({ kind: 'look' });
    expect(press(' ', 4, { ctrlKey: true })).toMatchObject({ change: { kind: 'toggle', index: 10 } });
  });
});
