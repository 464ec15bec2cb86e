import type { JobState, QueueSummary } from '../../shared/imports.ts';
import { SECOND } from '../../shared/units.ts';
import type { Core } from './core.ts';
import type { Throughput } from './throughput.ts';

/** The queue's own state in numbers, as screens show it. */
export function queueSummary(core: Core, throughput: Throughput, revision: number): QueueSummary {
  const { queue, now } = core;
  const counts = countsOf(core);
  const unsent = counts.planned + counts.sending;
  const observed = throughput.observe(queue.copiedBytes, now);
  // The pace of what has ended says nothing any more.
  const bytesPerSecond = queue.pendingBytes > 0 ? observed : null;
  const shown = core.budget.shown(now);
  return {
    revision,
    counts,
    totalBytes: queue.totalBytes,
    doneBytes: queue.doneBytes,
    copiedBytes: queue.copiedBytes,
    paused: core.pause,
    offline: core.link.trouble === 'offline',
    rate: shown === null ? null : { ...shown, reservePercent: core.budget.reservePercent },
    bytesPerSecond,
    etaMs: bytesPerSecond === null ? null : (queue.pendingBytes / bytesPerSecond) * SECOND,
    unsent,
    safeToQuit: unsent + counts.unknown + counts.restarting + counts.abandoning === 0,
  };
}

function countsOf({ queue }: Core): QueueSummary['counts'] {
  const of = (state: JobState): number => queue.counts.get(state) ?? 0;
  return {
    planned: of('planned'),
    sending: of('sending'),
    rejected: of('rejected'),
    unknown: of('unknown'),
    'needs-decision': of('needs-decision'),
    skipped: of('skipped'),
    accepted: of('accepted'),
    copying: of('copying'),
    ingesting: of('ingesting'),
    done: of('done'),
    failed: of('failed'),
    restarting: of('restarting'),
    abandoning: of('abandoning'),
    abandoned: of('abandoned'),
  };
}
