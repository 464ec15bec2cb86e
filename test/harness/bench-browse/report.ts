/** What of a part is run. */
export interface PartOptions {
  /** Without a million keys. */
  readonly isQuick: boolean;
  /** Buckets of this size only, where a part has several; null for all. */
  readonly keys: number | null;
}

/** What a figure is held against. */
export interface Target {
  /** The figure as a number: a ratio, or in the unit of its text. */
  readonly value: number;
  readonly atMost: number;
}

/** Prints figures as a table and counts the targets that were missed. */
export class Report {
  #missed = 0;
  #targets = 0;
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  section(title: string): void {
    this.#print(`\n${title}`);
  }

  row(what: string, figure: string, ratio = '', target?: Target): void {
    const cells = [what.padEnd(58), figure.padStart(13), ratio.padStart(24)];
    if (target !== undefined) {
      const isMet = target.value <= target.atMost;
      this.#targets += 1;
      if (!isMet) this.#missed += 1;
      cells.push(`≤ ${target.atMost}`.padStart(8), isMet ? 'met' : 'MISSED');
    }
    this.#print(cells.join('  ').trimEnd());
  }

  /** A time beside another: the ratio is what the target is for. */
  beside(
    what: string,
    ms: number,
    other: { readonly name: string; readonly ms: number },
    atMost?: number,
  ): void {
    const value = ms / other.ms;
    const ratio = `${value.toFixed(value < 1 ? 3 : 2)} × ${other.name}`;
    this.row(what, inMs(ms), ratio, atMost === undefined ? undefined : { value, atMost });
  }

  /** Says how it went; answers how many targets were missed. */
  end(): number {
    this.#print(`\n${this.#missed} of ${this.#targets} targets missed`);
    return this.#missed;
  }
}

/** Milliseconds as they are shown. */
export const inMs = (ms: number): string =>
  `${ms < 10 ? ms.toFixed(2) : Math.round(ms).toLocaleString('en')} ms`;

/** The middle one of several figures, which a busy moment of the machine does not move. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[values.length >> 1];
  if (middle === undefined) throw new Error('There is nothing to take the median of');
  return middle;
}

/** The value that this share of the others does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
