/** Something to do at a time. */
type Task = (nowMs: number) => void;

interface Entry {
  readonly dueMs: number;
  /** Order of entries with the same time: first come, first served. */
  readonly sequence: number;
  readonly task: Task;
}

/** What is to happen when, as a binary heap: a hundred thousand imports wait in it without a timer each. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #sequence = 0;

  /** Enters a task; one that is already due runs at the next {@link runDue}. */
  at(dueMs: number, task: Task): void {
    this.#heap.push({ dueMs, sequence: this.#sequence++, task });
    this.#siftUp(this.#heap.length - 1);
  }

  /** When the next task is due, or null when nothing is planned. */
  nextAtMs(): number | null {
    return this.#heap[0]?.dueMs ?? null;
  }

  /** Runs what is due by `nowMs` in order, each at its own time; tasks may enter further ones. */
  runDue(nowMs: number): void {
    for (let next = this.#heap[0]; next !== undefined && next.dueMs <= nowMs; next = this.#heap[0]) {
      this.#removeFirst();
      next.task(next.dueMs);
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#siftDown(0);
  }

  #siftUp(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #siftDown(start: number): void {
    let index = start;
    for (;;) {
      const left = 2 * index + 1;
      const child = this.#isEarlier(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #isEarlier(index: number, than: number): boolean {
    const a = this.#heap[index];
    const b = this.#heap[than];
    if (a === undefined || b === undefined) return false;
    return a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.sequence < b.sequence);
  }

  #swapIfEarlier(lower: number, upper: number): boolean {
    const a = this.#heap[lower];
    const b = this.#heap[upper];
    if (a === undefined || b === undefined || !this.#isEarlier(lower, upper)) return false;
    this.#heap[lower] = b;
    this.#heap[upper] = a;
    return true;
  }
}
