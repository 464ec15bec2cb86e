import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileKey } from './hostile-keys.ts';
import { beforeKey, compareUtf8, firstIndex, throughKey, throughPrefix } from './utf8-order.ts';

describe('the order of keys', () => {
  it('is the order of their UTF-8 bytes', () => {
    fc.assert(
      fc.property(hostileKey, hostileKey, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  it('puts astral characters behind the private use area, where UTF-16 would put them before it', () => {
    expect(['\uE000', '\u{1F3AC}'].toSorted()).toEqual(['\u{1F3AC}', '\uE000']);
    expect(compareUtf8('\u{1F3AC}', '\uE000')).toBeGreaterThan(0);
  });

  it('finds a key, the place behind it and the place behind its folder', () => {
    const keys = ['a', 'b/1', 'b/2', 'b0', 'c'];
    const keyAt = (index: number): string => keys[index] ?? '';
    expect(firstIndex(keys.length, keyAt, beforeKey('b/1'))).toBe(1);
    expect(firstIndex(keys.length, keyAt, throughKey('b/1'))).toBe(2);
    expect(firstIndex(keys.length, keyAt, throughPrefix('b/'))).toBe(3);
    expect(firstIndex(keys.length, keyAt, throughPrefix('d'))).toBe(5);
  });
});
