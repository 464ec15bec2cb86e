import { noProgress, type Job, type Phase } from './job.ts';
import type { JobRecord } from './records.ts';

/** From which states each record may come; everything else is a fault of the program or of the file. */
const allowedFrom: Readonly<Record<JobRecord['type'], readonly Phase['state'][]>> = {
  intent: ['planned'],
  accepted: ['intent', 'unknown', 'needs-decision'],
  rejected: ['intent'],
  'not-executed': ['intent'],
  unknown: ['intent'],
  'needs-decision': ['unknown'],
  'import-again': ['needs-decision', 'rejected'],
  skipped: ['needs-decision'],
  progress: ['accepted', 'restart-intent', 'abandon-intent'],
  'restart-intent': ['accepted'],
  restarted: ['restart-intent'],
  'abandon-intent': ['accepted'],
  abandoned: ['abandon-intent'],
  'intent-dropped': ['restart-intent', 'abandon-intent'],
  removed: ['planned', 'rejected', 'skipped', 'accepted', 'abandoned'],
  moved: ['planned'],
};

/** Whether a record may happen to a job as it stands. */
export const isAllowed = (job: Job, record: JobRecord): boolean =>
  !job.removed && allowedFrom[record.type].includes(job.phase.state);

/** The job after a record; the only editor of a job. Throws on a record that {@link isAllowed} refuses. */
export function transition(job: Job, record: JobRecord): Job {
  if (!isAllowed(job, record)) {
    throw new Error(`${record.type} cannot happen to ${job.plan.jobId}, which is ${job.phase.state}`);
  }
  const changed = { ...job, changedAtMs: record.atMs };
  switch (record.type) {
    case 'intent':
      return {
        ...changed,
        attempt: job.attempt + 1,
        phase: { state: 'intent', reference: record.reference },
      };
    case 'removed':
      return { ...changed, removed: true };
    case 'moved':
      return { ...changed, position: record.position };
    default:
      return { ...changed, phase: nextPhase(job.phase, record) };
  }
}

type PhaseRecord = Exclude<JobRecord, { type: 'intent' | 'removed' | 'moved' }>;

function nextPhase(phase: Phase, record: PhaseRecord): Phase {
  const reference = 'reference' in phase ? phase.reference : null;
  switch (record.type) {
    case 'accepted':
      return { state: 'accepted', videoId: record.videoId, progress: noProgress };
    case 'rejected':
      return { state: 'rejected', error: record.error };
    case 'not-executed':
      return { state: 'planned', error: record.error };
    case 'unknown':
      return { state: 'unknown', reference, error: record.error };
    case 'needs-decision':
      return { state: 'needs-decision', reference, matches: record.matches };
    case 'import-again':
      return { state: 'planned', error: null };
    case 'skipped':
      return { state: 'skipped' };
    default:
      return 'videoId' in phase && 'progress' in phase ? nextVideoPhase(phase, record) : phase;
  }
}

/** The records about a video that exists at Pixop. */
function nextVideoPhase(
  phase: Extract<Phase, { progress: unknown }>,
  record: Exclude<
    PhaseRecord,
    {
      type:
        'accepted' | 'rejected' | 'not-executed' | 'unknown' | 'needs-decision' | 'import-again' | 'skipped';
    }
  >,
): Phase {
  const { videoId, progress } = phase;
  switch (record.type) {
    case 'progress':
      return { ...phase, progress: record.progress };
    case 'restart-intent':
      return {
        state: 'restart-intent',
        videoId,
        progress,
        skipChecksumValidation: record.skipChecksumValidation,
      };
    case 'restarted':
      // What failed is being copied again: the old error would be shown as news.
      return { state: 'accepted', videoId, progress: { ...progress, copy: 'IN_PROGRESS', error: null } };
    case 'abandon-intent':
      return { state: 'abandon-intent', videoId, progress };
    case 'abandoned':
      return { state: 'abandoned', videoId };
    case 'intent-dropped':
      return { state: 'accepted', videoId, progress };
  }
}
