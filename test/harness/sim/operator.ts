import type { Ask } from '../../../src/main/imports/engine-io.ts';
import type { Job } from '../../../src/main/imports/job.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import { count } from './fates.ts';
import { plannedBatch } from './plan.ts';
import type { Schedule } from './schedule.ts';

/** Whoever sits before the app: does anything that may be done, at any time, and remembers what was promised. */
export class SimOperator {
  /** Imports that the app said are queued, by their object key. */
  readonly promised = new Map<string, string>();
  /** Imports that were asked to be taken off the list while unsent. */
  readonly removed = new Set<string>();
  /** How often an import was sent again on the operator's word, by object key. */
  readonly again = new Map<string, number>();
  /** Imports that the operator gave up, or chose a video for. */
  readonly decided = new Set<string>();
  readonly #schedule: Schedule;
  #asked: { readonly askId: number; readonly records: readonly JournalRecord[] }[] = [];
  #batches = 0;

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  /** Adds a batch. */
  enqueue(): void {
    const { chance, life } = this.#schedule;
    this.#batches += 1;
    const records = plannedBatch(chance, `b${this.#batches}`, life.engine.core.queue.endPosition);
    this.#asked.push({ askId: this.#ask({ kind: 'enqueue', records }), records });
  }

  /** Reads the app's answers: what is said to be queued has to stay so. */
  listen(): void {
    this.#asked = this.#asked.filter(({ askId, records }) => {
      const answer = this.#schedule.life.answers.get(askId);
      if (answer?.ok === true)
        for (const record of records)
          if (record.type === 'planned') this.promised.set(record.objectKey, record.jobId);
      return answer === undefined;
    });
  }

  /** Nobody answers any more what the app was asked before its end. */
  forget(): void {
    this.#asked = [];
  }

  /** One thing that operators do. */
  meddle(): void {
    const { chance } = this.#schedule;
    const job = chance.of([...this.#jobs]);
    switch (chance.below(7)) {
      case 0:
        return void this.#ask({ kind: 'pause' });
      case 1:
        return this.resume();
      case 2:
        if (job !== undefined) this.#settle(job);
        return;
      case 3:
        if (job !== undefined) this.#remove(job);
        return;
      case 4: {
        const to = chance.of(['top', 'bottom', 'up', 'down'] as const) ?? 'top';
        if (job !== undefined) this.#ask({ kind: 'move', jobIds: [job.jobId], to });
        return;
      }
      case 5:
        if (job !== undefined) this.#ask({ kind: 'candidates', jobId: job.jobId });
        return;
      default:
        if (this.#batches < 3) this.enqueue();
    }
  }

  resume(): void {
    this.#schedule.tell({ kind: 'signal', signal: 'key-changed' });
    this.#ask({ kind: 'resume' });
  }

  /** Answers every question that the app has, as a careful operator does who looks into Pixop first. */
  settleAll(): boolean {
    const open = [...this.#jobs].filter(({ state }) => unsettled.has(state));
    for (const job of open) this.#settle(job);
    return open.length > 0;
  }

  get #jobs(): Iterable<Job> {
    return this.#schedule.life.engine.core.queue.jobs.values();
  }

  #settle(job: Job): void {
    const { chance, pixop } = this.#schedule;
    const target = { jobIds: [job.jobId] };
    const { objectKey } = job;
    switch (job.state) {
      case 'rejected':
        return void this.#ask({ kind: 'retry', target });
      case 'failed':
        if (chance.oneIn(4)) this.#ask({ kind: 'abandon', target, importAgain: chance.oneIn(2) });
        else this.#ask({ kind: 'restart', target, skipChecksumValidation: false });
        return;
      case 'needs-decision': {
        const made = pixop.imported.find(({ request }) => request.body.objectKey === objectKey);
        if (chance.oneIn(5)) {
          this.decided.add(objectKey);
          this.#ask({ kind: 'decide', target, decision: { kind: 'skip' } });
        } else if (made === undefined) {
          count(this.again, objectKey);
          this.#ask({ kind: 'decide', target, decision: { kind: 'import-again' } });
        } else {
          this.decided.add(objectKey);
          const { videoId } = made;
          this.#ask({ kind: 'decide', target, decision: { kind: 'choose', videoId } });
        }
        return;
      }
      default:
    }
  }

  #remove(job: Job): void {
    if (job.state === 'planned') this.removed.add(job.objectKey);
    this.#ask({ kind: 'remove', target: { jobIds: [job.jobId] } });
  }

  #ask(ask: Ask): number {
    return this.#schedule.life.ask(ask);
  }
}

const unsettled: ReadonlySet<Job['state']> = new Set(['rejected', 'failed', 'needs-decision']);
