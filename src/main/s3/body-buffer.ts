/** Memory that one answer after another is read into, so that the pages of a long listing leave no garbage behind. */
export class BodyBuffer {
  #bytes = Buffer.alloc(0);
  #length = 0;

  /** Begins a new answer, of so many bytes if that is known. */
  begin(expectedBytes = 0): void {
    this.#length = 0;
    if (expectedBytes > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(expectedBytes);
  }

  append(chunk: Uint8Array): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#bytes.length) {
      const bigger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length));
      bigger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = bigger;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = needed;
  }

  get length(): number {
    return this.#length;
  }

  /** The answer; its memory is that of the next one, too. */
  get body(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}
