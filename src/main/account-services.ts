import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toAppError } from '../shared/errors.ts';
import type { QueueChange } from '../shared/imports.ts';
import type { ConnectionId } from '../shared/session.ts';
import { createHistories, type Histories } from './histories.ts';
import { createImportService, type ImportService } from './imports/import-service.ts';
import { lookAgainWith } from './look-again.ts';
import { createPixopClient } from './pixop/pixop-client.ts';
import { createQueues, type Queues } from './queues.ts';
import type { S3Access } from './s3/access.ts';
import { addressOf } from './s3/endpoint.ts';
import type { S3Service } from './s3/s3-service.ts';
import type { ServicesPorts } from './services.ts';
import { openConnections } from './session/connections.ts';
import { environmentOf, type PixopEnvironment } from './session/environments.ts';
import { createSessionService, type SessionService } from './session/session-service.ts';
import { createSourcesService, type SourcesService } from './session/sources-service.ts';
import { journalOpener } from './storage/journal/journal.ts';
import type { JsonFile } from './storage/json-file.ts';
import type { SettingsStore } from './storage/settings-store.ts';

/** What accounts need of the services around them. */
export interface AccountPorts extends Pick<
  ServicesPorts,
  | 'directory'
  | 'clock'
  | 'log'
  | 'redactor'
  | 'vault'
  | 'publish'
  | 'proxyFor'
  | 'lookDelaysMs'
  | 'onQueues'
  | 'onBatchEnd'
> {
  readonly environments: readonly PixopEnvironment[];
  readonly settings: SettingsStore;
  readonly s3: S3Service;
  readonly jsonFile: (name: string) => JsonFile;
  /** Plain http to this machine is allowed in the demo and in tests only. */
  readonly allowLoopback: boolean;
  /** Told after each change of what is known of objects: by the queue that is shown, or by a team. */
  readonly onQueueChange: () => void;
  /** Told when a location is gone at Pixop. */
  readonly onLocationRemoved: (locationId: string) => void;
}

/** Everything that each account has of its own: a key, sources, and a queue. */
export interface AccountServices {
  readonly session: SessionService;
  readonly sources: SourcesService;
  readonly queues: Queues;
  readonly histories: Histories;
  /** What the shown account's buckets are read with. */
  readonly accessFor: (locationId: string) => Promise<S3Access>;
  /** Takes up what waits in the queues of accounts that are not shown. */
  readonly goOn: () => Promise<void>;
}

/** Wires keys, sources and queues to each other. */
export async function createAccountServices(ports: AccountPorts): Promise<AccountServices> {
  const { clock, log, redactor, vault, publish, directory, settings, s3, environments } = ports;
  const queuesDirectory = join(directory, 'queues');
  const connections = await openConnections({
    file: ports.jsonFile('connections.json'),
    queuesOnDisk: () => namesIn(queuesDirectory),
    environments: environments.map(({ environmentId }) => environmentId),
  });
  const session = createSessionService({
    clock,
    vault,
    environments,
    connections,
    selected: settings.current,
    select: async ({ environmentId, connectionId, teamId }) =>
      void (await settings.change({ environmentId, connectionId, teamId })),
    makeClient: ({ baseUrl }, key, connectionId) =>
      createPixopClient({
        baseUrl,
        ...key,
        proxyFor: ports.proxyFor,
        onRate: (reading) => {
          if (connectionId !== null) queues.opened(connectionId)?.observeRate(reading);
        },
      }),
    onSecret: redactor.add,
    onChange: (changed) => publish('session.changed', changed),
    onNotRemembered: ({ message }) => log.warn('An account could not be remembered', { message }),
    onKeyUsable: (connectionId) => queues.opened(connectionId)?.signal('key-changed'),
    unsettled: async (connectionId) => (await queues.of(connectionId)).unsettled(),
    async onRemoved(connectionId) {
      await queues.closeOne(connectionId);
      await sources.forgetConnection(connectionId);
    },
  });
  const shownId = (): ConnectionId => session.current().connectionId;
  const withProxy = async (access: S3Access): Promise<S3Access> => ({
    ...access,
    proxy: await ports.proxyFor(addressOf(access)),
  });
  const sources = createSourcesService({
    vault,
    file: ports.jsonFile('sources.json'),
    owner() {
      const { connectionId, environment } = session.current();
      return { connectionId, environmentId: environment.environmentId };
    },
    client: session.clientFor,
    testAccess: async (access) => s3.testAccess(await withProxy(access)),
    async importsNeeding(locationId) {
      // Accounts of one team share its locations.
      const { environmentId } = session.current().environment;
      const ofEnvironment = connections.list().filter((other) => other.environmentId === environmentId);
      const ids = new Set([shownId(), ...ofEnvironment.map(({ connectionId }) => connectionId)]);
      const counts = await Promise.all(
        [...ids].map(async (id) => (await queues.of(id)).importsNeeding(locationId)),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    onRemoved: ports.onLocationRemoved,
    onCredentials: (locationId) => s3.forget(locationId),
    onSecret: redactor.add,
    onChange: (changed) => publish('sources.changed', changed),
    allowLoopback: ports.allowLoopback,
  });

  const journalOf = (connectionId: ConnectionId) =>
    journalOpener(join(queuesDirectory, connectionId, 'journal'));
  const openQueue = async (
    connectionId: ConnectionId,
    onChange: (change: QueueChange) => void,
  ): Promise<ImportService> => {
    // History may still have it open, as that of a removed account.
    await histories.release(connectionId);
    const accessTo = async (locationId: string, bucket: string): Promise<S3Access> =>
      withProxy(await sources.accessTo(connectionId, locationId, bucket));
    return createImportService({
      clock,
      log,
      environmentId: connections.get(connectionId).environmentId,
      openJournal: journalOf(connectionId),
      pixop: session.clientFor(connectionId),
      lookAgain: lookAgainWith(accessTo, s3),
      teamFile: ports.jsonFile(join('queues', connectionId, 'team.json')),
      onTeamImports: ports.onQueueChange,
      reservePercent: settings.current().reservePercent,
      ...(ports.lookDelaysMs ? { lookDelaysMs: ports.lookDelaysMs } : {}),
      onChange,
      onBatchEnd: (end) => ports.onBatchEnd(end, connectionId),
    });
  };
  const queues = createQueues({
    current: shownId,
    open: openQueue,
    onChange: (change) => {
      publish('queue.changed', change);
      ports.onQueueChange();
    },
    onAnyChange: () => ports.onQueues(queues.each().map((queue) => queue.summary())),
  });
  const histories = createHistories({
    accounts: () => [...connections.list(), ...connections.removed()],
    environmentOf: (environmentId) => environmentOf(environments, environmentId),
    queueOf: queues.of,
    journalOf,
  });

  return {
    session,
    sources,
    queues,
    histories,
    accessFor: async (locationId) => withProxy(await sources.accessFor(locationId)),
    async goOn() {
      for (const { connectionId } of connections.list())
        await queues.of(connectionId).catch((thrown: unknown) => {
          log.error('A queue could not be opened', { connectionId, problem: toAppError(thrown).message });
        });
    },
  };
}

/** The folders in a folder; none while it is not there. */
async function namesIn(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
