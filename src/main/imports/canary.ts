import { SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Batch } from './job.ts';

/** When a canary is looked for in Pixop's list, after it was accepted. */
const LOOKS_MS: readonly Milliseconds[] = [0, 2, 5, 10, 20, 30].map((seconds) => seconds * SECOND);

interface Flight {
  readonly jobId: string;
  /** Null until it was accepted. */
  readonly acceptedAt: Milliseconds | null;
  readonly looks: number;
}

/**
 * The first video of each new way of importing (location, team, project, depth) goes alone; the rest follow when it
 * has been accepted and seen. A wrong project or a dead location costs one import, not ten thousand.
 */
export class Canaries {
  readonly #proven = new Set<string>();
  readonly #flights = new Map<string, Flight>();
  readonly #isOn: boolean;

  constructor(isOn: boolean) {
    this.#isOn = isOn;
  }

  /** An earlier video came through this way. */
  prove(batch: Batch): void {
    this.#proven.add(wayOf(batch));
  }

  maySend(batch: Batch): boolean {
    return !this.#isOn || this.#proven.has(wayOf(batch)) || !this.#flights.has(wayOf(batch));
  }

  sent(batch: Batch, jobId: string): void {
    const way = wayOf(batch);
    if (this.#isOn && !this.#proven.has(way)) this.#flights.set(way, { jobId, acceptedAt: null, looks: 0 });
  }

  /** It was not accepted: the next import of the batch becomes the canary. */
  ended(batch: Batch, jobId: string): void {
    if (this.#flights.get(wayOf(batch))?.jobId === jobId) this.#flights.delete(wayOf(batch));
  }

  accepted(batch: Batch, jobId: string, now: Milliseconds): void {
    const way = wayOf(batch);
    const flight = this.#flights.get(way);
    if (flight?.jobId === jobId) this.#flights.set(way, { ...flight, acceptedAt: now });
  }

  /** Its video was seen; true when it was a canary. */
  seen(batch: Batch, jobId: string): boolean {
    if (this.#flights.get(wayOf(batch))?.jobId !== jobId) return false;
    this.#flights.delete(wayOf(batch));
    this.prove(batch);
    return true;
  }

  /** The canary that has to be looked for next, and when. */
  next(): { readonly jobId: string; readonly dueAt: Milliseconds } | null {
    let next: { jobId: string; dueAt: Milliseconds } | null = null;
    for (const { jobId, acceptedAt, looks } of this.#flights.values()) {
      if (acceptedAt === null) continue;
      const dueAt = acceptedAt + (LOOKS_MS[looks] ?? Infinity);
      if (next === null || dueAt < next.dueAt) next = { jobId, dueAt };
    }
    return next;
  }

  /** It was looked for and not seen; true when there is no use in looking on. */
  notSeen(batch: Batch, jobId: string): boolean {
    const way = wayOf(batch);
    const flight = this.#flights.get(way);
    if (flight?.jobId !== jobId) return false;
    this.#flights.set(way, { ...flight, looks: flight.looks + 1 });
    return LOOKS_MS[flight.looks + 1] === undefined;
  }
}

const wayOf = ({ locationId, settings }: Batch): string =>
  [locationId, settings.teamId, settings.projectId, settings.fullIngestion].join(' ');
