import { describe, expect, it } from 'vitest';
import { createFormat, formatLocale } from '../../../src/renderer/text/format.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/shared/units.ts';

/** Intl separates numbers and units by different spaces in different versions of its data. */
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('sizes', () => {
  const { bytes, speed } = createFormat('en-US', 'UTC');

  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1_000, '1.0 kB'],
    [1_450, '1.5 kB'],
    [99_940, '99.9 kB'],
    [44_000_000_000, '44.0 GB'],
    [999_949, '1,000 kB'],
    [3_512_000_000, '3.5 GB'],
    [500_000_000_000, '500 GB'],
    [2_300_000_000_000, '2.3 TB'],
    [7e18, '7,000 PB'],
  ])('writes %d bytes as %s', (size, shown) => {
    expect(plain(bytes(size))).toBe(shown);
  });

  it('writes speeds with the same steps', () => {
    expect(plain(speed(118_000_000))).toBe('118 MB/s');
  });

  it('writes them as Danes do', () => {
    expect(plain(createFormat('da').bytes(3_512_000_000))).toBe('3,5 GB');
  });
});

describe('durations', () => {
  const { duration } = createFormat('en-US');

  it.each([
    [0, '0 s'],
    [999, '0 s'],
    [59 * SECOND, '59 s'],
    [90 * SECOND, '1 min 30 s'],
    [2 * MINUTE, '2 min'],
    [2 * HOUR + 5 * MINUTE + 40 * SECOND, '2 hr 5 min'],
    [3 * DAY + 5 * HOUR, '3 days 5 hr'],
    [3 * DAY + 20 * SECOND, '3 days'],
  ])('writes %d ms as %s: the two largest units', (ms, shown) => {
    expect(plain(duration(ms))).toBe(shown);
  });
});

describe('estimates', () => {
  const { estimate } = createFormat('en-US');

  it.each([
    [1_200, '10 s'],
    [51 * SECOND, '50 s'],
    [121 * SECOND, '2 min'],
    [59 * MINUTE + 40 * SECOND, '1 hr'],
    [2 * HOUR + 7 * MINUTE, '2 hr 5 min'],
    [9 * HOUR + 20 * MINUTE, '9 hr'],
    [3 * DAY + 13 * HOUR, '4 days'],
  ])('write %d ms as %s: no finer than they are true', (ms, shown) => {
    expect(plain(estimate(ms) ?? '')).toBe(shown);
  });

  it('say nothing of what takes longer than a month', () => {
    expect(estimate(53 * DAY)).toBeNull();
  });
});

describe('times', () => {
  it('are in the zone of the reader', () => {
    const at = Date.UTC(2026, 10, 24, 23, 30);
    expect(createFormat('en-GB', 'UTC').dateTime(at)).toContain('24 Nov 2026');
    expect(createFormat('en-GB', 'Europe/Copenhagen').dateTime(at)).toContain('25 Nov 2026');
  });
});

describe('the locale of numbers', () => {
  it('is the system’s when it speaks the language of the screen, else the language itself', () => {
    expect(formatLocale('en', 'en-GB')).toBe('en-GB');
    expect(formatLocale('en', 'da-DK')).toBe('en');
    expect(formatLocale('da', 'da-DK')).toBe('da-DK');
  });
});
