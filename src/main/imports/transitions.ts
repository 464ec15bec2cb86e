import { assertNever } from '../../shared/assert-never.ts';
import type { JobError, JobState } from '../../shared/imports.ts';
import type { Job, JobFacts, JobPhase } from './job.ts';
import type { JobRecord, JournalRecord } from './records.ts';

type Planned = Extract<JournalRecord, { readonly type: 'planned' }>;

/** From which states each record may lead on; anything else is a damaged journal or a fault of the engine. */
const allowedFrom: Readonly<Record<JobRecord['type'], readonly JobState[]>> = {
  intent: ['planned'],
  // `planned`: a journal restored from a backup may have forgotten that this was sent; the reference was found.
  accepted: ['sending', 'unknown', 'needs-decision', 'planned'],
  // `unknown`: the answer came after the journal had to be opened anew.
  rejected: ['sending', 'unknown'],
  released: ['sending', 'unknown'],
  unknown: ['sending', 'planned'],
  // `sending`: a run ended before the outcome was on disk, and the next one looked for it in vain.
  undecided: ['sending', 'unknown', 'needs-decision', 'planned'],
  skipped: ['needs-decision'],
  replanned: ['rejected', 'needs-decision'],
  done: ['accepted', 'copying', 'ingesting', 'failed', 'restarting', 'abandoning'],
  failed: ['accepted', 'copying', 'ingesting', 'failed', 'restarting', 'abandoning'],
  restarting: ['failed'],
  resumed: ['failed', 'restarting', 'abandoning'],
  abandoning: ['failed'],
  abandoned: ['abandoning'],
  doubled: [
    ...(['planned', 'sending', 'rejected', 'unknown', 'needs-decision', 'skipped', 'accepted'] as const),
    ...(['copying', 'ingesting', 'done', 'failed', 'restarting', 'abandoning', 'abandoned'] as const),
  ],
  hidden: ['done', 'rejected', 'skipped', 'failed', 'abandoned'],
  moved: ['planned'],
};

/** A new job, from its plan. */
export function plannedJob(planned: Planned): Job {
  const { atMs, ref, jobId, batchId, position, objectKey, sizeBytes, etag, name, description, fileName } =
    planned;
  return {
    jobId,
    batchId,
    position,
    objectKey,
    sizeBytes,
    etag,
    name,
    description,
    fileName,
    refs: ref === null ? [] : [ref],
    attempt: 0,
    sinceMs: null,
    doubles: [],
    hidden: false,
    changedAtMs: atMs,
    state: 'planned',
  };
}

/** What a record makes of a job, or null where the state diagram has no such arrow. */
export function transition(job: Job, record: JobRecord): Job | null {
  if (!allowedFrom[record.type].includes(job.state)) return null;
  const facts = factsOf(job, record.atMs);
  // Assigned, not spread: spreading makes a shape of its own for each job, half a kilobyte apiece.
  const to = (phase: JobPhase, changed: Partial<JobFacts> = {}): Job => Object.assign(facts, changed, phase);
  switch (record.type) {
    case 'intent':
      return to(
        { state: 'sending', marked: record.marked },
        // An earlier attempt that may still appear keeps the search as deep as it was.
        {
          attempt: job.attempt + 1,
          sinceMs: facts.refs.length > 1 ? (facts.sinceMs ?? record.sinceMs) : record.sinceMs,
        },
      );
    case 'accepted':
      return to({ state: 'accepted', videoId: record.videoId });
    case 'rejected':
      return to({ state: 'rejected', error: record.error });
    case 'released':
      return to({ state: 'planned' });
    case 'unknown':
      return to({ state: 'unknown', marked: markedOf(job), error: record.error });
    case 'undecided':
      return to({
        state: 'needs-decision',
        marked: markedOf(job),
        error: errorOf(job),
        matches: record.matches,
      });
    case 'skipped':
      return to({ state: 'skipped' });
    case 'replanned':
      return to(
        { state: 'planned' },
        { refs: record.ref === null ? facts.refs : [...facts.refs, record.ref] },
      );
    case 'doubled':
      if (job.doubles.includes(record.videoId)) return job;
      return { ...job, doubles: [...job.doubles, record.videoId], changedAtMs: record.atMs };
    case 'hidden':
      return { ...job, hidden: true };
    case 'moved':
      return { ...job, position: record.position };
    case 'done':
    case 'failed':
    case 'restarting':
    case 'resumed':
    case 'abandoning':
    case 'abandoned':
      return afterAcceptance(job, record, to);
    default:
      return assertNever(record);
  }
}

function afterAcceptance(
  job: Job,
  record: Extract<
    JobRecord,
    { readonly type: 'done' | 'failed' | 'restarting' | 'resumed' | 'abandoning' | 'abandoned' }
  >,
  to: (phase: JobPhase) => Job,
): Job | null {
  if (!('videoId' in job)) return null;
  const { videoId } = job;
  switch (record.type) {
    case 'done':
    case 'abandoned':
      return to({ state: record.type, videoId });
    case 'failed':
      return to({ state: 'failed', videoId, error: record.error });
    case 'resumed':
      return to({ state: 'accepted', videoId });
    case 'restarting':
      return job.state === 'failed' ? to({ state: 'restarting', videoId, error: job.error }) : null;
    case 'abandoning': {
      const { again } = record;
      return job.state === 'failed' ? to({ state: 'abandoning', videoId, error: job.error, again }) : null;
    }
    default:
      return assertNever(record);
  }
}

/** An intent whose outcome is on no disk: the app ended while its request may have been on its way. */
export function interrupted(job: Job): Job {
  if (job.state !== 'sending') return job;
  return { ...factsOf(job, job.changedAtMs), state: 'unknown', marked: job.marked, error: null };
}

const errorOf = (job: Job): JobError | null => ('error' in job ? job.error : null);
/** A planned job that was found to have been sent carries its reference, if it has one. */
const markedOf = (job: Job): boolean => ('marked' in job ? job.marked : job.refs.length > 0);

/** A job without what only its state said. */
const factsOf = (job: Job, changedAtMs: number): JobFacts => ({
  jobId: job.jobId,
  batchId: job.batchId,
  position: job.position,
  objectKey: job.objectKey,
  sizeBytes: job.sizeBytes,
  etag: job.etag,
  name: job.name,
  description: job.description,
  fileName: job.fileName,
  refs: job.refs,
  attempt: job.attempt,
  sinceMs: job.sinceMs,
  doubles: job.doubles,
  hidden: job.hidden,
  changedAtMs,
});
