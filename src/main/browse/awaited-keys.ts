import { getRandomValues } from 'node:crypto';
import { BLOCK_MASK } from './row-block.ts';
import type { RowStore } from './row-store.ts';

/** Slots of an empty table; a power of two. */
const FIRST_SLOTS = 1_024;
const EMPTY = 0;
const AWAITED = 1;
const TAKEN = 2;
/** Chosen anew for each process, so that nobody can write keys that are taken for others. */
const [LOW_SEED = 0, HIGH_SEED = 0] = getRandomValues(new Uint32Array(2));

/**
 * Keys that are to be selected once they are listed: what was selected before a refresh. They are kept as 64 bits each,
 * 18 to 36 bytes with the table's room instead of 136 as text, so that a million of them can be: two keys of a million
 * are taken for each other once in ten million refreshes.
 */
export class AwaitedKeys {
  /** Keys that have not been taken. */
  count = 0;
  #low: Uint32Array;
  #high: Uint32Array;
  #states: Uint8Array;
  #used = 0;
  /** The directory that the last key was in, and its halves: neighbours share it. */
  #directory: Uint8Array | null = null;
  #directoryLow = 0;
  #directoryHigh = 0;

  /** Makes room for so many keys; more than that may come. */
  constructor(keys = 0) {
    const slots = Math.max(FIRST_SLOTS, 2 ** Math.ceil(Math.log2(2 * keys + 1)));
    this.#low = new Uint32Array(slots);
    this.#high = new Uint32Array(slots);
    this.#states = new Uint8Array(slots);
  }

  /** Adds the key of a row. */
  add(store: RowStore, id: number): void {
    this.#enter(store.directoryOf(id));
    const [low, high] = this.#hash(store, id);
    this.#put(low, high);
  }

  /** Adds what another one still waits for. */
  addAll(other: AwaitedKeys): void {
    for (let slot = 0; other.count > 0 && slot < other.#states.length; slot += 1)
      if (other.#states[slot] === AWAITED) this.#put(other.#low[slot] ?? 0, other.#high[slot] ?? 0);
  }

  /** Whether the key of a row was waited for; from then on it no longer is. */
  take(store: RowStore, id: number): boolean {
    this.#enter(store.directoryOf(id));
    const [low, high] = this.#hash(store, id);
    const slot = this.#slotOf(low, high);
    if (this.#states[slot] !== AWAITED) return false;
    this.#states[slot] = TAKEN;
    this.count -= 1;
    return true;
  }

  #enter(directory: Uint8Array): void {
    if (directory === this.#directory) return;
    this.#directory = directory;
    this.#directoryLow = lowOf(LOW_SEED, directory, 0, directory.length);
    this.#directoryHigh = highOf(HIGH_SEED, directory, 0, directory.length);
  }

  #hash(store: RowStore, id: number): readonly [low: number, high: number] {
    const block = store.block(id);
    const from = block.nameStart(id & BLOCK_MASK);
    const to = block.nameEnds[id & BLOCK_MASK] ?? from;
    const low = lowOf(this.#directoryLow, block.names, from, to);
    return [low >>> 0, highOf(this.#directoryHigh, block.names, from, to) >>> 0];
  }

  #put(low: number, high: number): void {
    if (2 * (this.#used + 1) > this.#states.length) this.#grow();
    const slot = this.#slotOf(low, high);
    if (this.#states[slot] !== EMPTY) return;
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#states[slot] = AWAITED;
    this.#used += 1;
    this.count += 1;
  }

  /** Where a key is, or would be. */
  #slotOf(low: number, high: number): number {
    const mask = this.#states.length - 1;
    let slot = low & mask;
    while (this.#states[slot] !== EMPTY && (this.#low[slot] !== low || this.#high[slot] !== high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [low, high, states] = [this.#low, this.#high, this.#states];
    this.#low = new Uint32Array(2 * low.length);
    this.#high = new Uint32Array(2 * low.length);
    this.#states = new Uint8Array(2 * low.length);
    for (let at = 0; at < states.length; at += 1) {
      if (states[at] === EMPTY) continue;
      const slot = this.#slotOf(low[at] ?? 0, high[at] ?? 0);
      this.#low[slot] = low[at] ?? 0;
      this.#high[slot] = high[at] ?? 0;
      this.#states[slot] = states[at] ?? EMPTY;
    }
  }
}

/** One half of a hash, over some more bytes: FNV-1a. */
function lowOf(before: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = before;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01_00_01_93);
  return hash;
}

/** The other half, which mixes in another way, so that keys alike in one are not in the other. */
function highOf(before: number, bytes: Uint8Array, from: number, to: number): number {
  let hash = before;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x5b_d1_e9_95);
    hash ^= hash >>> 15;
  }
  return hash;
}
