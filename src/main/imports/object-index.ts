import type { ImportBadge } from '../../shared/browse.ts';
import type { JobState } from '../../shared/imports.ts';
import type { Job } from './job.ts';
import type { SelectedObject } from './selected-object.ts';

/** Imports by the object they are of, for the browser's badges and the preflight. */
export class ObjectIndex {
  readonly #buckets = new Map<string, Map<string, readonly string[]>>();

  add(bucket: string, { objectKey, jobId }: Job): void {
    const keys = this.#buckets.get(bucket) ?? new Map<string, readonly string[]>();
    this.#buckets.set(bucket, keys);
    keys.set(objectKey, [...(keys.get(objectKey) ?? []), jobId]);
  }

  remove(bucket: string, { objectKey, jobId }: Job): void {
    const keys = this.#buckets.get(bucket);
    const left = (keys?.get(objectKey) ?? []).filter((known) => known !== jobId);
    if (left.length > 0) keys?.set(objectKey, left);
    else keys?.delete(objectKey);
  }

  /** Every object key of a bucket that was ever queued. */
  keys(bucket: string): Iterable<string> {
    return this.#buckets.get(bucket)?.keys() ?? [];
  }

  jobIds(bucket: string, objectKey: string): readonly string[] {
    return this.#buckets.get(bucket)?.get(objectKey) ?? [];
  }
}

const badges: Readonly<Record<JobState, ImportBadge>> = {
  planned: 'queued',
  sending: 'queued',
  unknown: 'queued',
  rejected: 'failed',
  'needs-decision': 'decision',
  skipped: 'none',
  accepted: 'copying',
  copying: 'copying',
  ingesting: 'copying',
  restarting: 'copying',
  done: 'imported',
  failed: 'failed',
  abandoning: 'failed',
  abandoned: 'none',
};

/** The most telling badge first: what is under way, then what is owed, then what is done. */
const byWeight: readonly ImportBadge[] = [
  'copying',
  'queued',
  'decision',
  'imported',
  'changed',
  'failed',
  'none',
];

/** The badge of an object, from all imports of its key. */
export function badgeOf(
  jobs: readonly Job[],
  object: Pick<SelectedObject, 'sizeBytes' | 'etag'>,
): ImportBadge {
  const found = new Set(jobs.map((job) => badgeOfJob(job, object)));
  return byWeight.find((badge) => found.has(badge)) ?? 'none';
}

function badgeOfJob(job: Job, object: Pick<SelectedObject, 'sizeBytes' | 'etag'>): ImportBadge {
  const badge = badges[job.state];
  // Whoever took a failure off the list has seen it.
  if (badge === 'failed' && job.hidden) return 'none';
  const isOther = job.sizeBytes !== object.sizeBytes || isOtherEtag(job.etag, object.etag);
  return badge === 'imported' && isOther ? 'changed' : badge;
}

const isOtherEtag = (left: string, right: string): boolean => left !== '' && right !== '' && left !== right;
