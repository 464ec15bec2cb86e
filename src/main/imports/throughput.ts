import { MINUTE, SECOND, type Milliseconds } from '../../shared/units.ts';

/** Time over which the pace is averaged: Pixop tells whole percents, so a large file jumps by gigabytes. */
const SPAN_MS: Milliseconds = 2 * MINUTE;
/** Below this the pace is a guess. */
const MIN_SPAN_MS: Milliseconds = 5 * SECOND;
/** Between two samples. */
const SAMPLE_MS: Milliseconds = 1 * SECOND;

/** How fast Pixop copies, told from the bytes that were copied in the last minutes. */
export class Throughput {
  readonly #samples: { readonly at: Milliseconds; readonly bytes: number }[] = [];

  /** Bytes a second, or null while too little was seen or nothing moves. */
  observe(copiedBytes: number, now: Milliseconds): number | null {
    const last = this.#samples.at(-1);
    if (last === undefined || now - last.at >= SAMPLE_MS || copiedBytes < last.bytes)
      this.#samples.push({ at: now, bytes: copiedBytes });
    // An import that was taken off the list takes its bytes along.
    const dropped = this.#samples.findLastIndex(({ bytes }) => bytes > copiedBytes);
    const old = this.#samples.findLastIndex(({ at }) => now - at > SPAN_MS);
    this.#samples.splice(0, Math.max(dropped, old) + 1);
    const [first] = this.#samples;
    if (first === undefined || now - first.at < MIN_SPAN_MS || copiedBytes <= first.bytes) return null;
    return ((copiedBytes - first.bytes) * SECOND) / (now - first.at);
  }
}
