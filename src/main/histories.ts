import type { Input, Output } from '../shared/contract.ts';
import { toAppError } from '../shared/errors.ts';
import type { Forget, HistoryAccount } from '../shared/history.ts';
import type { ConnectionId, Environment, EnvironmentId } from '../shared/session.ts';
import { Archive } from './imports/archive.ts';
import type { History } from './imports/history.ts';
import type { ImportService } from './imports/import-service.ts';
import { JointHistory, jointBatches, type HistoryPart } from './imports/joint-history.ts';
import type { OpenJournal } from './imports/journal-port.ts';
import type { AccountedImport } from './manifests/export-imports.ts';
import type { ConnectionRecord } from './session/connection-file.ts';

/** What history needs of the accounts. */
export interface HistoriesPorts {
  /** Every account of this run's environments, those that were removed last. */
  readonly accounts: () => readonly ConnectionRecord[];
  readonly environmentOf: (environmentId: EnvironmentId) => Environment;
  readonly queueOf: (connectionId: ConnectionId) => Promise<Pick<ImportService, 'history' | 'forget'>>;
  /** Of an account that was removed: its queue is not open, and is not opened for this. */
  readonly journalOf: (connectionId: ConnectionId) => OpenJournal;
}

/** Everything that was ever submitted from this workstation, whoever for. */
export interface Histories {
  readonly imports: (window: Input<'history.imports'>) => Promise<Output<'history.imports'>>;
  readonly batches: () => Promise<Output<'history.batches'>>;
  /** Rejects when the history of any account that it is to hold cannot be read. */
  readonly exported: (query: Omit<Input<'history.export'>, 'format'>) => Promise<readonly AccountedImport[]>;
  readonly forgettable: (request: Forget) => Promise<Output<'history.forgettable'>>;
  readonly forget: (request: Forget) => Promise<Output<'history.forget'>>;
  /** Resolves when the journal of an account is closed here, so that its queue may open it. */
  readonly release: (connectionId: ConnectionId) => Promise<void>;
}

/** See {@link Histories}. */
export function createHistories({ accounts, environmentOf, queueOf, journalOf }: HistoriesPorts): Histories {
  const archives = new Map<ConnectionId, Archive>();
  const joint = new JointHistory();
  const archiveOf = (connectionId: ConnectionId): Archive => {
    const archive = archives.get(connectionId) ?? new Archive(journalOf(connectionId));
    archives.set(connectionId, archive);
    return archive;
  };
  const historyOf = async ({ connectionId, isRemoved }: ConnectionRecord): Promise<History> =>
    isRemoved ? archiveOf(connectionId).history() : (await queueOf(connectionId)).history;
  const chosen = (connectionId: ConnectionId | null): readonly ConnectionRecord[] =>
    accounts().filter((record) => connectionId === null || record.connectionId === connectionId);
  /** One account's broken disk hides no other account's imports; `batches` tells of it. */
  const readable = async (connectionId: ConnectionId | null): Promise<readonly HistoryPart[]> => {
    const read = await Promise.all(chosen(connectionId).map(readPart));
    return read.flatMap((part) => ('history' in part ? [part] : []));
  };
  const readPart = async (record: ConnectionRecord) => {
    const { connectionId } = record;
    return historyOf(record).then(
      (history) => ({ connectionId, history }),
      (thrown: unknown) => ({ connectionId, error: toAppError(thrown) }),
    );
  };

  return {
    async imports(window) {
      return joint.imports(await readable(window.connectionId), window);
    },
    async batches() {
      const records = accounts();
      const read = await Promise.all(records.map(readPart));
      return {
        accounts: records.flatMap((record, index): HistoryAccount[] => {
          const { connectionId, environmentId, account, isRemoved } = record;
          const part = read[index];
          if (part === undefined) return [];
          if (isRemoved && 'history' in part && part.history.size === 0) return [];
          const error = 'error' in part ? part.error : null;
          return [{ connectionId, environment: environmentOf(environmentId), account, isRemoved, error }];
        }),
        batches: jointBatches(read.flatMap((part) => ('history' in part ? [part] : []))),
      };
    },
    async exported({ connectionId, ...query }) {
      const each = chosen(connectionId).map(async (record) => {
        const account = record.account?.email ?? null;
        return (await historyOf(record)).exported(query).map((one) => ({ ...one, account }));
      });
      return (await Promise.all(each)).flat();
    },
    async forgettable({ connectionId, changedBeforeMs }) {
      const parts = await readable(connectionId);
      return { affected: sum(parts.map(({ history }) => history.forgettable(changedBeforeMs).length)) };
    },
    async forget({ connectionId, changedBeforeMs }) {
      const counts: number[] = [];
      for (const { connectionId: id } of chosen(connectionId)) {
        // Looked at anew: an account may come back while another one's imports are being forgotten.
        const [record] = chosen(id);
        if (record?.isRemoved === true) counts.push(await archiveOf(id).forget(changedBeforeMs));
        else counts.push((await (await queueOf(id)).forget({ changedBeforeMs })).affected);
      }
      return { affected: sum(counts) };
    },
    async release(connectionId) {
      await archives.get(connectionId)?.settled();
      archives.delete(connectionId);
    },
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
