/** The value that this share of all do not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

/** A figure with the most that it may be. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The same with the small queue, where a ratio says more than the machine. */
  readonly baseline?: number;
  /** Null for what is only told. */
  readonly target: number | null;
  /** Where more is better, `target` is the least. */
  readonly isMost?: boolean;
}

const DIGITS = 4;

/** Whether a figure keeps to its target; what has none does. */
export const isMet = ({ value, target, isMost = true }: Figure): boolean =>
  target === null || (isMost ? value <= target : value >= target);

/** A figure as a line. */
export function lineOf(figure: Figure): string {
  const { what, value, unit, baseline, target, isMost = true } = figure;
  const number = (of: number): string =>
    of === 0 ? '0' : Number(of.toPrecision(DIGITS)).toLocaleString('en');
  const small = baseline === undefined ? '' : number(baseline);
  const ratio = baseline === undefined || baseline === 0 ? '' : `${(value / baseline).toFixed(2)} ×`;
  const aim = target === null ? '' : `${isMost ? '≤' : '≥'} ${number(target)} ${unit}`.trimEnd();
  const verdict = target === null ? '' : isMet(figure) ? 'met' : 'MISSED';
  return [
    what.padEnd(62),
    `${number(value)} ${unit}`.trimEnd().padStart(12),
    small.padStart(9),
    ratio.padStart(9),
    aim.padStart(11),
    verdict,
  ]
    .join('  ')
    .trimEnd();
}
