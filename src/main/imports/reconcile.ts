import { MINUTE, type Milliseconds } from '../../shared/units.ts';
import { readReference } from './import-reference.ts';
import type { Job } from './job.ts';
import type { ListedVideo } from './ports.ts';
import type { JobRecord } from './records.ts';

/** When Pixop's list is read for an unconfirmed import, counted from when it became one; a late commit shows by then. */
export const scanDelaysMs: readonly Milliseconds[] = [0, MINUTE, 5 * MINUTE, 15 * MINUTE];
/** Videos are looked for back to this long before the batch's anchor: servers' clocks may differ among themselves. */
export const ANCHOR_MARGIN_MS: Milliseconds = 10 * MINUTE;

/** Video ids by the attempt half of the reference in their description. A set, as a shifting list repeats items. */
export type FoundAttempts = ReadonlyMap<string, ReadonlySet<string>>;

/** Collects the references of listed videos. */
export function collectAttempts(
  videos: Iterable<Pick<ListedVideo, 'videoId' | 'description'>>,
): FoundAttempts {
  const found = new Map<string, Set<string>>();
  for (const { videoId, description } of videos) {
    const attempt = readReference(description)?.attempt;
    if (attempt === undefined) continue;
    const ids = found.get(attempt) ?? new Set();
    found.set(attempt, ids.add(videoId));
  }
  return found;
}

/**
 * What a complete scan says of one unconfirmed import. Exactly one video with its reference is its video. More than
 * one, or one that another import already has, is for the operator. None is for the operator after the last scan,
 * and never a reason to send it again. Null: nothing changes yet.
 */
export function settle(
  job: Job,
  found: FoundAttempts,
  takenVideoIds: ReadonlySet<string>,
  isLastScan: boolean,
  atMs: number,
): JobRecord | null {
  const { phase } = job;
  if (phase.state !== 'unknown' && phase.state !== 'needs-decision') return null;
  const { jobId } = job.plan;
  const attempt = phase.reference === null ? undefined : readReference(phase.reference)?.attempt;
  const matches = attempt === undefined ? [] : [...(found.get(attempt) ?? [])];
  const [only] = matches;
  if (only !== undefined && matches.length === 1 && !takenVideoIds.has(only)) {
    return { type: 'accepted', jobId, atMs, videoId: only, via: 'scan' };
  }
  const mustDecide = matches.length > 0 || isLastScan || phase.reference === null;
  return phase.state === 'unknown' && mustDecide ? { type: 'needs-decision', jobId, atMs, matches } : null;
}
