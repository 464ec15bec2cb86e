import type { Input, Output } from '../../shared/contract.ts';
import type { BatchRow, QueueChange, QueueSummary } from '../../shared/imports.ts';
import { SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import { BatchEnds, type BatchEnd } from './batch-ends.ts';
import type { Core } from './core.ts';
import { jobRow } from './job-row.ts';
import { queueSummary } from './queue-summary.ts';
import { Throughput } from './throughput.ts';

/** Between two changes that are told: ten a second, whatever happens. */
const PUBLISH_MS: Milliseconds = SECOND / 10;

/** Shows the queue to whoever mirrors it: pages at first, then only what changed, and nothing while nothing does. */
export class QueueMirror {
  readonly #core: Core;
  readonly #clock: Clock;
  readonly #onChange: (change: QueueChange) => void;
  readonly #throughput = new Throughput();
  readonly #ends: BatchEnds;
  readonly #onBatchEnd: (end: BatchEnd) => void;
  readonly #totals = new Map<string, number>();
  #revision = 0;
  #told = '';
  #isDue = false;
  #paged: readonly string[] = [];

  constructor(
    core: Core,
    clock: Clock,
    onChange: (change: QueueChange) => void,
    onBatchEnd: (end: BatchEnd) => void,
  ) {
    this.#core = core;
    this.#clock = clock;
    this.#onChange = onChange;
    this.#onBatchEnd = onBatchEnd;
    this.#ends = new BatchEnds(core);
    this.#takeChanges();
    this.#takeBatches();
  }

  get summary(): QueueSummary {
    return queueSummary(this.#core, this.#throughput, this.#revision);
  }

  /** A page of the list as it was when its first page was asked for: what is removed meanwhile moves no other row. */
  snapshot({ from, count }: Input<'queue.snapshot'>): Output<'queue.snapshot'> {
    const { queue } = this.#core;
    if (from === 0)
      this.#paged = [...queue.jobs.values()].filter((job) => !job.hidden).map((job) => job.jobId);
    const rows = this.#paged.slice(from, from + count).flatMap((jobId) => {
      const job = queue.jobs.get(jobId);
      return job === undefined || job.hidden ? [] : [jobRow(job)];
    });
    const batches = from > 0 ? [] : [...queue.batches.keys()].map((batchId) => this.#batchRow(batchId));
    return { rows, batches, total: this.#paged.length, summary: this.summary };
  }

  /** To be called after every step. */
  stepped(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#clock.after(PUBLISH_MS, () => {
      this.#isDue = false;
      this.#publish();
    });
  }

  #publish(): void {
    const { rows, removed } = this.#takeChanges();
    const batches = this.#takeBatches();
    const summary = this.summary;
    const { rate, ...rest } = summary;
    const shown = rate === null ? null : withoutTimes(rate);
    const told = JSON.stringify([rest, shown]);
    if (rows.length === 0 && removed.length === 0 && batches.length === 0 && told === this.#told) return;
    this.#revision += 1;
    this.#told = JSON.stringify([{ ...rest, revision: this.#revision }, shown]);
    const change = { rows, removed, batches };
    this.#onChange({
      revision: this.#revision,
      ...change,
      summary: { ...summary, revision: this.#revision },
    });
    for (const end of this.#ends.take()) this.#onBatchEnd(end);
  }

  #takeChanges(): Pick<QueueChange, 'rows' | 'removed'> {
    const { changes, jobs } = this.#core.queue;
    const rows = [...changes.jobs].flatMap((jobId) => {
      const job = jobs.get(jobId);
      return job === undefined || job.hidden ? [] : [jobRow(job)];
    });
    const removed = [...changes.removed];
    changes.jobs.clear();
    changes.removed.clear();
    changes.batches.clear();
    return { rows, removed };
  }

  /** Batches that are new, or whose number of listed imports is another than was told. */
  #takeBatches(): BatchRow[] {
    const { queue } = this.#core;
    const changed = [...queue.batches.keys()].filter((id) => this.#totals.get(id) !== queue.listedIn(id));
    for (const batchId of changed) this.#totals.set(batchId, queue.listedIn(batchId));
    return changed.map((batchId) => this.#batchRow(batchId));
  }

  #batchRow(batchId: string): BatchRow {
    const { queue } = this.#core;
    const batch = queue.batches.get(batchId);
    if (batch === undefined) throw new Error(`There is no batch ${batchId}`);
    const { anchorMs: _, audited: _audited, ...row } = batch;
    return { ...row, total: queue.listedIn(batchId) };
  }
}

/** Times left run by themselves, nobody needs to be told that; whether there is one to wait for is news. */
const withoutTimes = (rate: NonNullable<QueueSummary['rate']>) => ({
  ...rate,
  resetsInMs: 0,
  waitMs: Math.sign(rate.waitMs),
});
