import type { QueueChange } from '../shared/imports.ts';
import type { EnvironmentId } from '../shared/session.ts';
import type { ImportService } from './imports/import-service.ts';

/** What keeps the queues of several environments apart. */
export interface QueuesPorts {
  readonly current: () => EnvironmentId;
  readonly open: (
    environmentId: EnvironmentId,
    onChange: (change: QueueChange) => void,
  ) => Promise<ImportService>;
  /** Told what changed in the queue that is shown. */
  readonly onChange: (change: QueueChange) => void;
  /** Told after each change of any queue. */
  readonly onAnyChange: () => void;
}

/** One queue for each environment: a video queued for one never goes to another, and each goes on while another is shown. */
export interface Queues {
  /** The queue of the chosen environment, opened when it is asked for first. */
  readonly current: () => Promise<ImportService>;
  /** The queue of an environment, if it was opened. */
  readonly opened: (environmentId: EnvironmentId) => ImportService | undefined;
  readonly each: () => readonly ImportService[];
  readonly close: () => Promise<void>;
}

/** See {@link Queues}. */
export function createQueues(ports: QueuesPorts): Queues {
  const opening = new Map<EnvironmentId, Promise<ImportService>>();
  const opened = new Map<EnvironmentId, ImportService>();

  const open = async (environmentId: EnvironmentId): Promise<ImportService> => {
    const queue = await ports.open(environmentId, (change) => {
      if (ports.current() === environmentId) ports.onChange(change);
      ports.onAnyChange();
    });
    opened.set(environmentId, queue);
    return queue;
  };
  const of = (environmentId: EnvironmentId): Promise<ImportService> => {
    const known = opening.get(environmentId);
    if (known !== undefined) return known;
    const promise = open(environmentId);
    opening.set(environmentId, promise);
    // A journal that could not be opened is tried again with the next question.
    promise.catch(() => opening.delete(environmentId));
    return promise;
  };

  return {
    current: () => of(ports.current()),
    opened: (environmentId) => opened.get(environmentId),
    each: () => [...opened.values()],
    async close() {
      const settled = await Promise.allSettled(opening.values());
      const queues = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}
