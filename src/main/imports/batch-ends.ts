import type { Core } from './core.ts';

/** How a batch ended: nothing more happens to it by itself. */
export interface BatchEnd {
  readonly batchId: string;
  readonly locationName: string;
  readonly done: number;
  /** Refused imports and failed copies. */
  readonly failed: number;
  readonly toDecide: number;
}

/** Notices when the last open import of a batch comes to rest, so that the operator is told once, not once a video. */
export class BatchEnds {
  readonly #core: Pick<Core, 'queue'>;
  /** Batches that had open imports when it was last asked. */
  #open: ReadonlySet<string>;

  constructor(core: Pick<Core, 'queue'>) {
    this.#core = core;
    this.#open = this.#openNow();
  }

  /** The batches that have ended since it was last asked; those that end because they are taken off the list are none. */
  take(): readonly BatchEnd[] {
    const before = this.#open;
    this.#open = this.#openNow();
    const ended = [...before].filter((batchId) => !this.#open.has(batchId));
    return ended
      .map((batchId) => this.#endOf(batchId))
      .filter(({ done, failed, toDecide }) => done + failed + toDecide > 0);
  }

  #openNow(): ReadonlySet<string> {
    const { queue } = this.#core;
    return new Set([...queue.batches.keys()].filter((batchId) => queue.openIn(batchId) > 0));
  }

  #endOf(batchId: string): BatchEnd {
    const { queue } = this.#core;
    const end = { done: 0, failed: 0, toDecide: 0 };
    for (const job of queue.jobs.values()) {
      if (job.batchId !== batchId || job.hidden) continue;
      if (job.state === 'done') end.done += 1;
      else if (job.state === 'failed' || job.state === 'rejected') end.failed += 1;
      else if (job.state === 'needs-decision') end.toDecide += 1;
    }
    return { batchId, locationName: queue.batches.get(batchId)?.locationName ?? '', ...end };
  }
}
