import type { Job } from './job.ts';

/** The unsent imports of one batch in the order in which they are sent. */
export class PlannedLine {
  #jobs: Job[] = [];
  #head = 0;

  get first(): Job | undefined {
    return this.#jobs[this.#head];
  }

  /** First one that fits; almost always one of the first few. */
  firstWhere(fits: (job: Job) => boolean): Job | undefined {
    for (let index = this.#head; index < this.#jobs.length; index += 1) {
      const job = this.#jobs[index];
      if (job !== undefined && fits(job)) return job;
    }
    return undefined;
  }

  /** All, in order of sending. */
  rest(): readonly Job[] {
    return this.#jobs.slice(this.#head);
  }

  /** Almost always goes to the end (a new batch) or to the front (sent, but not executed). */
  add(job: Job): void {
    const at = this.#indexOf(job.position);
    if (at === this.#jobs.length) this.#jobs.push(job);
    else if (at === this.#head && at > 0) {
      this.#head -= 1;
      this.#jobs[this.#head] = job;
    } else this.#jobs.splice(at, 0, job);
  }

  remove(job: Job): void {
    const at = this.#indexOf(job.position);
    const found = this.#jobs.findIndex((other, index) => index >= at && other.jobId === job.jobId);
    if (found < 0) return;
    if (found !== this.#head) this.#jobs.splice(found, 1);
    else {
      this.#head += 1;
      if (this.#head < 1_024) return;
      this.#jobs = this.#jobs.slice(this.#head);
      this.#head = 0;
    }
  }

  /** First index whose position is not smaller. */
  #indexOf(position: number): number {
    let low = this.#head;
    let high = this.#jobs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#jobs[middle]?.position ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
