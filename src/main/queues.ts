import type { QueueChange } from '../shared/imports.ts';
import type { ConnectionId } from '../shared/session.ts';
import type { ImportService } from './imports/import-service.ts';

/** What keeps the queues of several accounts apart. */
export interface QueuesPorts {
  readonly current: () => ConnectionId;
  readonly open: (
    connectionId: ConnectionId,
    onChange: (change: QueueChange) => void,
  ) => Promise<ImportService>;
  /** Told what changed in the queue that is shown. */
  readonly onChange: (change: QueueChange) => void;
  /** Told after each change of any queue. */
  readonly onAnyChange: () => void;
}

/** One queue for each connection: a video queued for one account never goes to another, and each goes on while another is shown. */
export interface Queues {
  /** The queue of the chosen connection, opened when it is asked for first. */
  readonly current: () => Promise<ImportService>;
  /** The queue of a connection, likewise. */
  readonly of: (connectionId: ConnectionId) => Promise<ImportService>;
  /** The queue of a connection, if it was opened. */
  readonly opened: (connectionId: ConnectionId) => ImportService | undefined;
  readonly each: () => readonly ImportService[];
  /** Closes the queue of a connection that is no more; it stays on disk. */
  readonly closeOne: (connectionId: ConnectionId) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** See {@link Queues}. */
export function createQueues(ports: QueuesPorts): Queues {
  const opening = new Map<ConnectionId, Promise<ImportService>>();
  const opened = new Map<ConnectionId, ImportService>();

  const open = async (connectionId: ConnectionId): Promise<ImportService> => {
    const queue = await ports.open(connectionId, (change) => {
      if (ports.current() === connectionId) ports.onChange(change);
      ports.onAnyChange();
    });
    opened.set(connectionId, queue);
    return queue;
  };
  const of = (connectionId: ConnectionId): Promise<ImportService> => {
    const known = opening.get(connectionId);
    if (known !== undefined) return known;
    const promise = open(connectionId);
    opening.set(connectionId, promise);
    // A journal that could not be opened is tried again with the next question.
    promise.catch(() => opening.delete(connectionId));
    return promise;
  };

  return {
    current: () => of(ports.current()),
    of,
    opened: (connectionId) => opened.get(connectionId),
    each: () => [...opened.values()],
    async closeOne(connectionId) {
      const queue = await opening.get(connectionId);
      opening.delete(connectionId);
      opened.delete(connectionId);
      await queue?.close();
      ports.onAnyChange();
    },
    async close() {
      const settled = await Promise.allSettled(opening.values());
      const queues = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      await Promise.all(queues.map((queue) => queue.close()));
    },
  };
}
