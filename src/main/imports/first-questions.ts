import type { Core } from './core.ts';
import type { Errands } from './errands.ts';
import type { Observer } from './observer.ts';
import { PAGE_SIZE } from './page-walk.ts';
import { pageOf, type Asker } from './question.ts';
import type { Sender } from './sender.ts';

/** Asks for a team's newest video before the first import of a batch: Pixop's own time is where later searches end. */
export function anchorAsker(core: Core, sender: Sender, observer: Observer): Asker {
  const asked = new Set<string>();
  return {
    next() {
      const batch = sender.batchWithoutAnchor();
      if (batch === null || asked.has(batch.batchId)) return null;
      const { batchId } = batch;
      const { teamId } = batch.settings;
      return {
        read: { kind: 'page', query: newest(teamId, 1) },
        take(answer) {
          const page = pageOf(answer);
          if (page === null) return;
          observer.page(page.items);
          asked.add(batchId);
          const done = (): void => void asked.delete(batchId);
          core.write([{ type: 'anchor', batchId, anchorMs: page.items[0]?.createdAtMs ?? 0 }], done, done);
        },
      };
    },
  };
}

/** Looks for the first video of a batch: when it shows, the others may follow. */
export function canaryAsker(core: Core, observer: Observer): Asker {
  return {
    next() {
      const canary = core.canaries.next();
      const job = core.queue.jobs.get(canary?.jobId ?? '');
      if (canary === null || job === undefined) return null;
      if (canary.dueAt > core.now) {
        core.wakeBy(canary.dueAt);
        return null;
      }
      const batch = core.queue.batchOf(job);
      return {
        read: { kind: 'page', query: newest(batch.settings.teamId, PAGE_SIZE) },
        take(answer) {
          const page = pageOf(answer);
          if (page === null) return;
          observer.page(page.items);
          if (!core.canaries.notSeen(batch, job.jobId)) return;
          // Accepted, and yet in no list: then no list can be relied on to find an interrupted import.
          core.isMarkerTrusted = false;
          core.canaries.seen(batch, job.jobId);
        },
      };
    },
  };
}

/** Asks what became of restarts and abandons. */
export function errandAsker(errands: Errands): Asker {
  return {
    next() {
      const errand = errands.toConfirm();
      if (errand === null) return null;
      return {
        read: { kind: 'status', videoId: errand.videoId },
        take: (answer) => errands.confirmed(errand.jobId, answer),
      };
    },
  };
}

const newest = (teamId: string, pageSize: number) =>
  ({ teamId, projectId: null, sortBy: 'createdAt', sortDirection: 'DESC', pageNumber: 0, pageSize }) as const;
