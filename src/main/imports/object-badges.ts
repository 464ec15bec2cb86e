import type { ImportBadge } from '../../shared/browse.ts';
import type { Core } from './core.ts';
import { objectPart } from './import-reference.ts';
import type { Job } from './job.ts';
import { badgeOf } from './object-index.ts';
import type { SelectedObject } from './selected-object.ts';

/** What a badge is told by. */
export type BadgedObject = Pick<SelectedObject, 'objectKey' | 'sizeBytes' | 'etag'>;

/** What is known of objects: from this workstation's queue first, then from the references of the team's other ones. */
export class ObjectBadges {
  readonly #core: Core;
  readonly #sha256: (text: string) => Uint8Array;
  /** Halves of references: the same few thousand objects are asked about with every change. */
  readonly #parts = new WeakMap<BadgedObject, string>();

  constructor(core: Core, sha256: (text: string) => Uint8Array) {
    this.#core = core;
    this.#sha256 = sha256;
  }

  of(bucket: string, object: BadgedObject): ImportBadge {
    const own = badgeOf(this.#jobsOf(bucket, object.objectKey), object);
    if (own !== 'none' && own !== 'changed') return own;
    const elsewhere = this.#elsewhere(bucket, object);
    // Another workstation may have imported what has changed since this one did.
    if (elsewhere === null) return own;
    return elsewhere === 'copied' ? 'imported' : 'copying';
  }

  /** Whether the object was imported by another workstation, and is not known here. */
  isFromElsewhere(bucket: string, object: BadgedObject): boolean {
    const own = badgeOf(this.#jobsOf(bucket, object.objectKey), object);
    return (own === 'none' || own === 'changed') && this.#elsewhere(bucket, object) !== null;
  }

  /** Whether a failed copy of the object is on the list, where it can be restarted. */
  hasFailedCopy(bucket: string, objectKey: string): boolean {
    return this.#jobsOf(bucket, objectKey).some((job) => job.state === 'failed' && !job.hidden);
  }

  #jobsOf(bucket: string, objectKey: string): readonly Job[] {
    const { queue } = this.#core;
    return queue.objects.jobIds(bucket, objectKey).flatMap((jobId) => queue.jobs.get(jobId) ?? []);
  }

  #elsewhere(bucket: string, object: BadgedObject): 'copying' | 'copied' | null {
    const { team } = this.#core;
    if (team.isEmpty) return null;
    const { objectKey, etag } = object;
    const part = this.#parts.get(object) ?? objectPart({ bucket, objectKey, etag }, this.#sha256);
    this.#parts.set(object, part);
    return team.stateOf(part);
  }
}
