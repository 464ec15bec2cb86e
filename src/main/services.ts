import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { QueueSummary } from '../shared/imports.ts';
import type { EnvironmentId } from '../shared/session.ts';
import type { Settings } from '../shared/settings.ts';
import { MB, type Milliseconds } from '../shared/units.ts';
import { createBrowseService, type BrowseService } from './browse/browse-service.ts';
import type { ListingWorker } from './browse/listing-port.ts';
import { diagnostics, type DiagnosticsPorts } from './diagnostics.ts';
import { createDraftService, type DraftService } from './drafts/draft-service.ts';
import type { BatchEnd } from './imports/batch-ends.ts';
import { createImportService } from './imports/import-service.ts';
import { lookAgainWith } from './look-again.ts';
import type { Publish } from './ipc/publish.ts';
import { createManifestService, type ManifestService } from './manifests/manifest-service.ts';
import { createPixopClient } from './pixop/pixop-client.ts';
import { createByteBudget } from './peek/byte-budget.ts';
import { createParserClient } from './peek/parser-client.ts';
import type { ParserWorker } from './peek/parser-protocol.ts';
import { openPeekCache } from './peek/peek-cache.ts';
import { createPeekService, type PeekService } from './peek/peek-service.ts';
import type { Clock } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import type { Redactor } from './platform/redact.ts';
import { createQueues, type Queues } from './queues.ts';
import { awsProfiles } from './s3/aws-profiles.ts';
import { openConnections } from './s3/exchange.ts';
import { createS3Service } from './s3/s3-service.ts';
import { loadSdk } from './s3/sdk.ts';
import type { KeyVault } from './secrets/key-vault.ts';
import { managedSettings, decidedSettings } from './policy/managed-settings.ts';
import type { Policy } from './policy/policy.ts';
import type { ProxyFor } from './platform/proxy-rule.ts';
import { isHostAllowed } from './platform/host-pattern.ts';
import type { S3Access } from './s3/access.ts';
import { addressOf, type S3Reach } from './s3/endpoint.ts';
import { environmentsWith } from './session/environments.ts';
import { createSessionService, type SessionService } from './session/session-service.ts';
import { createSourcesService, type SourcesService } from './session/sources-service.ts';
import { journalOpener } from './storage/journal/journal.ts';
import { createJsonFile } from './storage/json-file.ts';
import { createUpdateService, type UpdateService } from './updates/update-service.ts';
import type { UpdaterPort } from './updates/updater-port.ts';
import { openSavedStore, type SavedStore } from './storage/saved-store.ts';
import { openSettingsStore, type SettingsStore } from './storage/settings-store.ts';

/** What the services need of the machine and the shell around them. */
export interface ServicesPorts {
  /** Where settings, sources and queues are kept. */
  readonly directory: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly redactor: Redactor;
  /** The end of the log, for support. */
  readonly logLines: () => Promise<readonly string[]>;
  readonly vault: KeyVault;
  readonly publish: Publish;
  /** A simulator on this machine, which then is the only environment of this run; null otherwise. */
  readonly simulatorUrl: string | null;
  /** Other times than the product's at which lost imports are looked for; only a run on a simulator gives any. */
  readonly lookDelaysMs?: readonly Milliseconds[] | null;
  /** The proxy that the system wants used for an address. */
  readonly proxyFor: ProxyFor;
  /** What the workstation's organisation has decided. */
  readonly policy: Policy;
  /** Installs updates; null where this build has no place to look for them. */
  readonly updater: UpdaterPort | null;
  readonly startListingWorker: (options: S3Reach) => ListingWorker;
  readonly startParserWorker: () => ParserWorker;
  /** Told how all queues stand, with every change of one. */
  readonly onQueues: (summaries: readonly QueueSummary[]) => void;
  readonly onBatchEnd: (end: BatchEnd) => void;
  readonly onSettings: (settings: Settings) => void;
}

/** Everything that answers the renderer's calls. */
export interface Services {
  readonly settings: SettingsStore;
  readonly saved: SavedStore;
  readonly session: SessionService;
  readonly sources: SourcesService;
  readonly browse: BrowseService;
  readonly manifests: ManifestService;
  readonly peek: PeekService;
  readonly drafts: DraftService;
  readonly queues: Queues;
  readonly updates: UpdateService;
  readonly awsProfiles: () => Promise<readonly string[]>;
  /** The text of the diagnostics bundle. */
  readonly diagnostics: (info: DiagnosticsPorts['info']) => Promise<string>;
  /** Waits until everything that must not be lost is on disk. */
  readonly close: () => Promise<void>;
}

/** Wires the services to each other. It knows every concrete class, and no window. */
export async function createServices(ports: ServicesPorts): Promise<Services> {
  const { clock, log, redactor, vault, publish, directory } = ports;
  const { policy } = ports;
  const environments = environmentsWith(
    ports.simulatorUrl,
    ({ environmentId, host }) =>
      (policy.environment ?? environmentId) === environmentId && isHostAllowed(policy.allowedEndpoints, host),
  );
  const reach: S3Reach = {
    allowLoopback: ports.simulatorUrl !== null,
    allowedHosts: policy.allowedEndpoints,
  };
  const decided = decidedSettings(policy);
  const jsonFile = (name: string) =>
    createJsonFile(join(directory, name), (keptAs) =>
      log.warn('An unreadable file was set aside', { keptAs }),
    );

  const stored = await openSettingsStore(jsonFile('settings.json'), (own) => {
    const changed = { ...own, ...decided };
    publish('settings.changed', changed);
    ports.onSettings(changed);
    updates.channelChanged();
    for (const queue of queues.each()) queue.setReservePercent(changed.reservePercent);
  });
  const settings = managedSettings(stored, decided);
  const saved = await openSavedStore(jsonFile('saved.json'), randomUUID, (changed) =>
    publish('saved.changed', changed),
  );
  const session = createSessionService({
    clock,
    vault,
    environments,
    selected: () => settings.current().environmentId,
    select: async (environmentId) => void (await settings.change({ environmentId })),
    makeClient: ({ environmentId, baseUrl }, key) =>
      createPixopClient({
        baseUrl,
        ...key,
        proxyFor: ports.proxyFor,
        onRate: (reading) => queues.opened(environmentId)?.observeRate(reading),
      }),
    onSecret: redactor.add,
    onChange: (changed) => publish('session.changed', changed),
    onKeyUsable: (environmentId) => queues.opened(environmentId)?.signal('key-changed'),
  });
  const s3 = createS3Service({
    loadSdk,
    connections: openConnections(),
    clock,
    random: Math.random,
    ...reach,
  });
  const withProxy = async (access: S3Access): Promise<S3Access> => ({
    ...access,
    proxy: await ports.proxyFor(addressOf(access)),
  });
  const sources = createSourcesService({
    vault,
    file: jsonFile('sources.json'),
    environment: session.currentEnvironment,
    client: () => session.clientFor(session.currentEnvironment()),
    testAccess: async (access) => s3.testAccess(await withProxy(access)),
    importsNeeding: async (locationId) => (await queues.current()).importsNeeding(locationId),
    onRemoved: (locationId) => browse.forgetLocation(locationId),
    onCredentials: (locationId) => s3.forget(locationId),
    onSecret: redactor.add,
    onChange: (changed) => publish('sources.changed', changed),
    allowLoopback: reach.allowLoopback,
  });

  const accessFor = async (locationId: string) => withProxy(await sources.accessFor(locationId));

  const openQueue = (
    environmentId: EnvironmentId,
    onChange: Parameters<typeof createQueues>[0]['onChange'],
  ) =>
    createImportService({
      clock,
      log,
      environmentId,
      openJournal: journalOpener(join(directory, 'queues', environmentId, 'journal')),
      pixop: session.clientFor(environmentId),
      lookAgain: lookAgainWith(accessFor, s3),
      teamFile: jsonFile(join('queues', environmentId, 'team.json')),
      onTeamImports: () => browse.badgesChanged(),
      reservePercent: settings.current().reservePercent,
      ...(ports.lookDelaysMs ? { lookDelaysMs: ports.lookDelaysMs } : {}),
      onChange,
      onBatchEnd: ports.onBatchEnd,
    });
  const queues = createQueues({
    current: session.currentEnvironment,
    open: openQueue,
    onChange: (change) => {
      publish('queue.changed', change);
      browse.badgesChanged();
    },
    onAnyChange: () => ports.onQueues(queues.each().map((queue) => queue.summary())),
  });
  const shown = () => queues.opened(session.currentEnvironment());
  const browse = createBrowseService({
    startWorker: () => ports.startListingWorker(reach),
    accessFor,
    locationOf: sources.locationOf,
    badges: {
      of: (bucket, object) => shown()?.badgeOf(bucket, object) ?? 'none',
      known: (bucket) => ({
        keys: shown()?.queuedKeys(bucket) ?? [],
        teamObjects: shown()?.teamObjects() ?? [],
      }),
      lookedAt(locationId) {
        const teamId = sources.teamOf(locationId);
        if (teamId !== null) shown()?.looksAt(teamId);
      },
    },
    pagesOf: s3.pagesOf,
    clock,
    newId: randomUUID,
    onChange: (state) => publish('browse.changed', state),
  });
  const manifests = createManifestService({
    accessFor,
    locationOf: sources.locationOf,
    pagesOf: s3.pagesOf,
    clock,
    newId: randomUUID,
    onChange: (state) => publish('manifests.changed', state),
  });
  const peek = createPeekService({
    rows: browse.rows,
    placeOf: browse.placeOf,
    accessFor,
    readRange: s3.readRange,
    parser: createParserClient(ports.startParserWorker),
    cache: openPeekCache(join(directory, 'peek')),
    budget: createByteBudget({
      limitBytes: () => settings.current().previewLimitMb * MB,
      clock,
      onSpent: (spent) => publish('peek.spent', spent),
    }),
    clock,
    newId: randomUUID,
    onCacheProblem: (message) => log.warn('A file’s facts could not be kept', { message }),
  });
  const drafts = createDraftService({
    clock,
    newId: randomUUID,
    takeSelection: browse.selectedObjects,
    takeManifest(manifestId) {
      const { location, rows } = manifests.matchedRows(manifestId);
      return {
        location,
        objects: rows.map(({ object }) => object),
        given: new Map(rows.map(({ row, object }) => [object.objectKey, row])),
      };
    },
    badgeOf: (bucket, object) => shown()?.badgeOf(bucket, object) ?? 'none',
    isFromElsewhere: (bucket, object) => shown()?.isFromElsewhere(bucket, object) ?? false,
    hasFailedCopy: (bucket, objectKey) => shown()?.hasFailedCopy(bucket, objectKey) ?? false,
    enqueue: async (batch) => (await queues.current()).enqueue(batch),
    importReference: policy.importReference,
  });

  const updates = createUpdateService({
    updater: ports.updater,
    clock,
    channel: () => settings.current().updateChannel,
    isSafeToQuit: () => queues.each().every((queue) => queue.summary().safeToQuit),
    onChange: (state) => publish('updates.changed', state),
  });

  return {
    settings,
    saved,
    session,
    sources,
    browse,
    manifests,
    peek,
    drafts,
    queues,
    updates,
    awsProfiles,
    diagnostics: (info) =>
      diagnostics({
        info,
        session: session.get,
        settings: settings.current,
        queues: () => queues.each().map((queue) => queue.summary()),
        logLines: ports.logLines,
        redact: redactor.redact,
        now: clock.now,
      }),
    async close() {
      updates.close();
      peek.close();
      browse.dispose();
      await queues.close();
    },
  };
}
