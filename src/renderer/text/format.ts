import { createContext, useContext } from 'react';
import { DAY, HOUR, MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';

/** Numbers, sizes and times in the reader's language and time zone: the only way a screen writes them. */
export interface Format {
  readonly locale: string;
  /** `48,212` */
  readonly count: (value: number) => string;
  /** `23.976`, with up to three decimals. */
  readonly decimal: (value: number) => string;
  /** `62 %`, from 0 to 100. */
  readonly percent: (value: number) => string;
  /** `3.5 GB` and `44.0 GB`, so that sizes of a column align; decimal as S3 consoles and Pixop's limits are. */
  readonly bytes: (sizeBytes: number) => string;
  /** The exact number of bytes with its grouping, for tooltips; the caller adds the word. */
  readonly exactBytes: (sizeBytes: number) => string;
  /** `118 MB/s` */
  readonly speed: (bytesPerSecond: number) => string;
  /** `24 Nov 2026` */
  readonly date: (atMs: Milliseconds) => string;
  /** `24 Nov 2026, 14:03` */
  readonly dateTime: (atMs: Milliseconds) => string;
  /** With seconds and time zone, for tooltips. */
  readonly exactDateTime: (atMs: Milliseconds) => string;
  /** `2 h 5 min`, the two largest units; for lengths and times that are known. */
  readonly duration: (ms: Milliseconds) => string;
  /** `2 min`, as round as an estimate is; null when it is longer than any estimate is good for. */
  readonly estimate: (ms: Milliseconds) => string | null;
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;
/** Decimal steps between the units of {@link SIZES}. */
const STEP = 1_000;
const DAY_HOURS = 24;
/** Seconds are written by their symbol, which is the same everywhere: `Intl` has only "secs", or "10s" without a space. */
type LengthUnit = 'day' | 'hour' | 'minute' | 'second';
/** Estimates of days say no more than that it takes long from here on. */
const LONGEST_ESTIMATE_MS: Milliseconds = 30 * DAY;
/** Below a minute. */
const SHORTEST_STEP = [0, 10 * SECOND] as const;
/** From which length on an estimate is rounded to which step, both in milliseconds: more would not be true for long. */
const ESTIMATE_STEPS = [
  [2 * DAY, DAY],
  [5 * HOUR, HOUR],
  [HOUR, 5 * MINUTE],
  [MINUTE, MINUTE],
] as const;

/** The largest unit in which a size is at least one, and the size in it; rounds up to the next unit at 999.95. */
function scale(sizeBytes: number): { readonly value: number; readonly unit: (typeof SIZES)[number] } {
  let value = sizeBytes;
  let index = 0;
  while (index < SIZES.length - 1 && value >= (index === 0 ? STEP : STEP - 0.05)) {
    value /= STEP;
    index += 1;
  }
  return { value, unit: SIZES[index] ?? 'byte' };
}

/** Makes the formatters once per language, since `Intl` objects are costly to make and cheap to use. */
export function createFormat(locale: string, timeZone?: string): Format {
  const zone = timeZone === undefined ? {} : { timeZone };
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', ...zone });
  const units = new Map<string, Intl.NumberFormat>();
  const unitOf = (unit: string, digits: number): Intl.NumberFormat => {
    const key = `${unit} ${digits}`;
    const known = units.get(key);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    units.set(key, made);
    return made;
  };
  const size = (sizeBytes: number, suffix: '' | '-per-second'): string => {
    const { value, unit } = scale(Math.max(0, sizeBytes));
    return unitOf(unit + suffix, value < 100 && unit !== 'byte' ? 1 : 0).format(value);
  };
  const lengthOf = (unit: LengthUnit, value: number): string =>
    unit === 'second' ? `${integer.format(value)}\u00a0s` : unitOf(unit, 0).format(value);
  const duration = (ms: Milliseconds): string => {
    const days = Math.floor(ms / (DAY_HOURS * HOUR));
    const hours = Math.floor(ms / HOUR) % DAY_HOURS;
    const minutes = Math.floor(ms / MINUTE) % 60;
    const seconds = Math.floor(ms / SECOND) % 60;
    const parts = [
      ['day', days],
      ['hour', hours],
      ['minute', minutes],
      ['second', seconds],
    ] as const;
    const first = parts.findIndex(([, value]) => value > 0);
    if (first === -1) return lengthOf('second', 0);
    return parts
      .slice(first, first + 2)
      .filter(([, value]) => value > 0)
      .map(([unit, value]) => lengthOf(unit, value))
      .join(' ');
  };
  const estimate = (ms: Milliseconds): string | null => {
    if (ms > LONGEST_ESTIMATE_MS) return null;
    const [, stepMs] = ESTIMATE_STEPS.find(([fromMs]) => ms >= fromMs) ?? SHORTEST_STEP;
    return duration(Math.max(1, Math.round(ms / stepMs)) * stepMs);
  };
  return {
    locale,
    count: (value) => integer.format(value),
    decimal: (value) => decimal.format(value),
    percent: (value) => percent.format(value / 100),
    bytes: (sizeBytes) => size(sizeBytes, ''),
    exactBytes: (sizeBytes) => integer.format(sizeBytes),
    speed: (bytesPerSecond) => size(bytesPerSecond, '-per-second'),
    date: (atMs) => date.format(atMs),
    dateTime: (atMs) => dateTime.format(atMs),
    exactDateTime: (atMs) => exact.format(atMs),
    duration,
    estimate,
  };
}

/** The locale for numbers and dates: the system's when it speaks the screen's language, else the language's own. */
export const formatLocale = (language: string, systemLocale: string): string =>
  systemLocale.toLowerCase().startsWith(language) ? systemLocale : language;

/** Carries the current formatters to the screens. */
export const FormatContext = createContext<Format>(createFormat('en'));

/** The current formatters. */
export const useFormat = (): Format => useContext(FormatContext);
