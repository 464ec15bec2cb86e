import type { JournalRecord } from '../../../src/main/imports/records.ts';
import type { Chance } from './chance.ts';

interface Write {
  readonly writeId: number;
  readonly records: readonly JournalRecord[];
}

/** What a disk does wrong on purpose. */
export interface DiskFlaws {
  /** Says `written` before it is. */
  readonly isEarly?: boolean;
  /** Keeps nothing of what is sent, only what is planned. */
  readonly isForgetful?: boolean;
}

/** A journal's disk: what was given to it, what is safe, and what a crash leaves of the difference. */
export class SimDisk {
  readonly safe: JournalRecord[] = [];
  /** Given, and not yet safe. */
  #pending: Write[] = [];
  /** Safe, and not yet said to be. */
  #unsaid: number[] = [];
  readonly #flaws: DiskFlaws;

  constructor(flaws: DiskFlaws) {
    this.#flaws = flaws;
  }

  append(write: Write): void {
    this.#pending.push(write);
    if (this.#flaws.isEarly === true) this.#unsaid.push(write.writeId);
  }

  get isSyncing(): boolean {
    return this.#pending.length > 0;
  }

  get hasUnsaid(): boolean {
    return this.#unsaid.length > 0;
  }

  /** Makes the first writes safe, as a group commit does. */
  sync(count: number): void {
    for (const { writeId, records } of this.#pending.splice(0, count)) {
      this.#keep(records);
      if (this.#flaws.isEarly !== true) this.#unsaid.push(writeId);
    }
  }

  get pending(): number {
    return this.#pending.length;
  }

  /** The next write that the engine may be told of. */
  say(): number | null {
    return this.#unsaid.shift() ?? null;
  }

  /** The process ends, or a write fails: of what was on its way, any beginning may be on the disk. */
  lose(chance: Chance): void {
    const kept = chance.below(this.#pending.length + 1);
    for (const { records } of this.#pending.slice(0, kept)) this.#keep(records);
    this.#pending = [];
    this.#unsaid = [];
  }

  #keep(records: readonly JournalRecord[]): void {
    const isForgetful = this.#flaws.isForgetful === true;
    for (const record of records) {
      if (!isForgetful || record.type === 'batch' || record.type === 'planned') this.safe.push(record);
    }
  }
}
