import type { Job } from '../../../src/main/imports/job.ts';
import type { Schedule } from './schedule.ts';
import type { SimOperator } from './operator.ts';

/**
 * Compares what the app believes with what Pixop has, by object key alone, which the engine never looks for. Answers
 * what is wrong: a lost import, a doubled one, or one that nobody could explain.
 */
export function wrongs(schedule: Schedule, operator: SimOperator): readonly string[] {
  const { life, pixop, tally } = schedule;
  const { queue } = life.engine.core;
  // An object that was started over has two imports, of which the later one goes on.
  const jobs = new Map<string, Job[]>();
  for (const job of queue.jobs.values()) jobs.set(job.objectKey, [...(jobs.get(job.objectKey) ?? []), job]);
  const videos = new Map<string, string[]>();
  for (const { videoId, request } of pixop.imported)
    videos.set(request.body.objectKey, [...(videos.get(request.body.objectKey) ?? []), videoId]);
  const found: string[] = [];

  for (const [objectKey, made] of tally.made) {
    const onOrder = (operator.again.get(objectKey) ?? 0) + (pixop.abandoned.get(objectKey) ?? 0);
    const allowed = 1 + onOrder + (tally.replayed.get(objectKey) ?? 0);
    if (made > allowed) found.push(`doubled: ${made} videos were made of ${objectKey}, ${allowed} at most`);
  }
  for (const [objectKey, jobId] of operator.promised) {
    if (!queue.jobs.has(jobId) && !operator.removed.has(objectKey))
      found.push(`lost: ${objectKey} was queued and is gone`);
  }
  for (const [objectKey, made] of videos) {
    const imports = jobs.get(objectKey) ?? [];
    const job = imports.at(-1);
    if (job === undefined) found.push(`unexplained: a video of ${objectKey}, which is not in the queue`);
    // Without its reference in Pixop, only the operator can tell: that is what the question is for.
    else if (job.refs.length === 0) continue;
    else if (!operator.decided.has(objectKey) && !operator.again.has(objectKey)) {
      const known = new Set(imports.flatMap(knownOf));
      for (const videoId of made)
        if (!known.has(videoId)) found.push(`unexplained: a video of ${objectKey}, which is ${job.state}`);
    }
  }
  for (const objectKey of choicesOfItsOwn(schedule))
    found.push(`unexplained: the engine chose one of two videos of ${objectKey} by itself`);
  for (const job of queue.jobs.values()) {
    const made = videos.get(job.objectKey) ?? [];
    if ('videoId' in job && job.state !== 'abandoned' && !made.includes(job.videoId))
      found.push(`lost: ${job.objectKey} is ${job.state} without a video of its own`);
    if (!settled.has(job.state)) found.push(`unexplained: ${job.objectKey} stays ${job.state}`);
  }
  return found;
}

/** Imports that were found again though a search had to show two videos, made at the same time. */
function choicesOfItsOwn({ disk, pixop, life }: Schedule): readonly string[] {
  // On small pages one of two may be skipped while the list shifts.
  if (pixop.pageSize < 100) return [];
  return disk.safe.flatMap((record) => {
    if (record.type !== 'accepted' || record.how !== 'found') return [];
    const objectKey = life.engine.core.queue.jobs.get(record.jobId)?.objectKey ?? '';
    const videos = pixop.imported.filter(({ request }) => request.body.objectKey === objectKey);
    const own = videos.find(({ videoId }) => videoId === record.videoId);
    const isTwin = videos.some(
      (video) => video.videoId !== own?.videoId && video.createdAtMs === own?.createdAtMs,
    );
    return isTwin ? [objectKey] : [];
  });
}

function knownOf(job: Job): readonly string[] {
  const own = 'videoId' in job ? [job.videoId] : [];
  return [...own, ...job.doubles, ...('matches' in job ? job.matches : [])];
}

const settled: ReadonlySet<Job['state']> = new Set<Job['state']>([
  'done',
  'rejected',
  'skipped',
  'failed',
  'abandoned',
  'needs-decision',
]);
