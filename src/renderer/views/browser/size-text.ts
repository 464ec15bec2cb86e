import { GB, KB, MB } from '../../../shared/units.ts';

/** Decimal units as sizes are shown, the largest first. */
const units: readonly (readonly [name: string, bytes: number])[] = [
  ['TB', 1_000 * GB],
  ['GB', GB],
  ['MB', MB],
  ['kB', KB],
  ['B', 1],
];
const SIZE = /^(\d+(?:[.,]\d*)?|[.,]\d+)\s*([kmgt]?b|[kmgt])?$/i;

/** Bytes of a typed size such as `1.5 TB`, in any case, or of a bare number of megabytes; null for nothing, undefined for no size. */
export function bytesOfSize(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const [, number = '', unit = 'MB'] = SIZE.exec(text) ?? [];
  if (number === '') return undefined;
  const bytes = units.find(([name]) => name[0]?.toUpperCase() === unit[0]?.toUpperCase())?.[1] ?? MB;
  return Math.round(Number(number.replace(',', '.')) * bytes);
}

/** A size as it would be typed, in the largest unit that it fills. */
export function sizeAsTyped(bytes: number | null): string {
  if (bytes === null) return '';
  const [name, unit] = units.find(([, most]) => bytes >= most) ?? ['MB', MB];
  return `${bytes / unit} ${name}`;
}
