import type { Job } from './job.ts';
import type { Queue } from './queue.ts';

/** New positions that bring unsent imports where the operator wants them; only what moves is named. */
export function movedPositions(
  queue: Queue,
  isMoved: (job: Job) => boolean,
  isFree: (job: Job) => boolean,
  to: 'top' | 'bottom' | 'up' | 'down',
): readonly (readonly [jobId: string, position: number])[] {
  const line = [...queue.lines()]
    .flatMap(([, batch]) => batch.rest())
    .filter(isFree)
    .toSorted((a, b) => a.position - b.position);
  const moved = line.filter(isMoved);
  if (to === 'top')
    return moved.map((job, index) => [job.jobId, queue.startPosition - moved.length + 1 + index]);
  if (to === 'bottom') return moved.map((job, index) => [job.jobId, queue.endPosition + index]);
  return stepped(to === 'up' ? line : line.toReversed(), isMoved);
}

/** Each moved import changes places with the one before it, unless that one moves too. */
function stepped(
  line: readonly Job[],
  isMoved: (job: Job) => boolean,
): readonly (readonly [string, number])[] {
  const order = [...line];
  for (let index = 1; index < order.length; index += 1) {
    const [before, job] = [order[index - 1], order[index]];
    if (before === undefined || job === undefined || !isMoved(job) || isMoved(before)) continue;
    order[index - 1] = job;
    order[index] = before;
  }
  return order.flatMap((job, index) => {
    const position = line[index]?.position ?? job.position;
    return position === job.position ? [] : [[job.jobId, position] as const];
  });
}
