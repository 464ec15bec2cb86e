import type { Input, Output } from '../../shared/contract.ts';
import type { HistoryBatch, HistoryRow } from '../../shared/history.ts';
import type { ConnectionId } from '../../shared/session.ts';
import type { History, OwnQuery } from './history.ts';

/** The history of one account among those of others. */
export interface HistoryPart {
  readonly connectionId: ConnectionId;
  readonly history: History;
}

/** Pages through the histories of several accounts as if they were one, the newest batch first. */
export class JointHistory {
  #paged: { readonly of: string; readonly found: readonly Place[] } | null = null;

  /** A page of what a query finds; a change of state meanwhile moves no row. */
  imports(
    parts: readonly HistoryPart[],
    { from, count, ...query }: Input<'history.imports'>,
  ): Output<'history.imports'> {
    const sizes = parts.map(({ connectionId, history }) => [connectionId, history.size]);
    const of = JSON.stringify([query, sizes]);
    if (this.#paged === null || this.#paged.of !== of || from === 0)
      this.#paged = { of, found: placesOf(parts, query) };
    const { found } = this.#paged;
    const histories = new Map(parts.map(({ connectionId, history }) => [connectionId, history]));
    const rows = found.slice(from, from + count).flatMap(({ connectionId, jobId }): HistoryRow[] => {
      const row = histories.get(connectionId)?.row(jobId);
      return row === undefined ? [] : [{ ...row, connectionId }];
    });
    return { rows, total: found.length };
  }
}

/** The batches of all of them, the newest first. */
export const jointBatches = (parts: readonly HistoryPart[]): HistoryBatch[] =>
  parts
    .flatMap(({ connectionId, history }) => history.batches().map((batch) => ({ ...batch, connectionId })))
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs);

/** Where an import is found again, and by what it is sorted. */
interface Place {
  readonly connectionId: ConnectionId;
  readonly jobId: string;
  readonly createdAtMs: number;
  readonly position: number;
}

function placesOf(parts: readonly HistoryPart[], query: OwnQuery): readonly Place[] {
  return parts
    .flatMap(({ connectionId, history }) =>
      history.find(query).map(({ job: { jobId, position }, batch: { createdAtMs } }) => ({
        connectionId,
        jobId,
        createdAtMs,
        position,
      })),
    )
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs || a.position - b.position);
}
