/** A growing set of row ids, one bit each: selecting a million rows is a few thousand word operations. */
export class Bits {
  words = new Uint32Array(1_024);

  has(id: number): boolean {
    return ((this.words[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  set(id: number, on: boolean): void {
    this.reserve(id + 1);
    const word = this.words[id >>> 5] ?? 0;
    this.words[id >>> 5] = on ? word | (1 << (id & 31)) : word & ~(1 << (id & 31));
  }

  clear(): void {
    this.words.fill(0);
  }

  /** Makes room for ids below `count`. */
  reserve(count: number): void {
    const needed = (count + 31) >>> 5;
    if (needed <= this.words.length) return;
    const words = new Uint32Array(Math.max(needed, this.words.length * 2));
    words.set(this.words);
    this.words = words;
  }

  /** Calls back with every id in the set, in ascending order. */
  forEach(visit: (id: number) => void): void {
    for (let index = 0; index < this.words.length; index += 1) {
      for (let word = this.words[index] ?? 0; word !== 0; word &= word - 1) {
        visit(index * 32 + (31 - Math.clz32(word & -word)));
      }
    }
  }

  copy(): Bits {
    const copy = new Bits();
    copy.words = this.words.slice();
    return copy;
  }
}
