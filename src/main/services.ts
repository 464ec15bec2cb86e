import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { toAppError } from '../shared/errors.ts';
import type { QueueSummary } from '../shared/imports.ts';
import type { ConnectionId } from '../shared/session.ts';
import type { Settings } from '../shared/settings.ts';
import { MB, type Milliseconds } from '../shared/units.ts';
import { createAccountServices } from './account-services.ts';
import { createBrowseService, type BrowseService } from './browse/browse-service.ts';
import type { ListingWorker } from './browse/listing-port.ts';
import { diagnostics, type DiagnosticsPorts } from './diagnostics.ts';
import { createDraftService, type DraftService } from './drafts/draft-service.ts';
import type { BatchEnd } from './imports/batch-ends.ts';
import type { Publish } from './ipc/publish.ts';
import { createManifestService, type ManifestService } from './manifests/manifest-service.ts';
import { createByteBudget } from './peek/byte-budget.ts';
import { createParserClient } from './peek/parser-client.ts';
import type { ParserWorker } from './peek/parser-protocol.ts';
import { openPeekCache } from './peek/peek-cache.ts';
import { createPeekService, type PeekService } from './peek/peek-service.ts';
import type { Clock } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import type { Redactor } from './platform/redact.ts';
import type { Histories } from './histories.ts';
import type { Queues } from './queues.ts';
import { awsProfiles } from './s3/aws-profiles.ts';
import { openConnections } from './s3/exchange.ts';
import { createS3Service } from './s3/s3-service.ts';
import { loadSdk } from './s3/sdk.ts';
import type { KeyVault } from './secrets/key-vault.ts';
import { managedSettings, decidedSettings } from './policy/managed-settings.ts';
import type { Policy } from './policy/policy.ts';
import type { ProxyFor } from './platform/proxy-rule.ts';
import { isHostAllowed } from './platform/host-pattern.ts';
import type { S3Reach } from './s3/endpoint.ts';
import { environmentsWith } from './session/environments.ts';
import type { SessionService } from './session/session-service.ts';
import type { SourcesService } from './session/sources-service.ts';
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
  /** Told whose queue it is, too: it need not be the one that is shown. */
  readonly onBatchEnd: (end: BatchEnd, connectionId: ConnectionId) => void;
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
  readonly histories: Histories;
  readonly updates: UpdateService;
  /** Takes up what waits in the queues of accounts that are not shown. */
  readonly goOn: () => Promise<void>;
  readonly awsProfiles: () => Promise<readonly string[]>;
  /** The text of the diagnostics bundle. */
  readonly diagnostics: (info: DiagnosticsPorts['info']) => Promise<string>;
  /** Waits until everything that must not be lost is on disk. */
  readonly close: () => Promise<void>;
}

/** Wires the services to each other. It knows every concrete class, and no window. */
export async function createServices(ports: ServicesPorts): Promise<Services> {
  const { clock, log, redactor, publish, directory } = ports;
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
  const s3 = createS3Service({
    loadSdk,
    connections: openConnections(),
    clock,
    random: Math.random,
    ...reach,
  });
  const { session, sources, queues, histories, accessFor, goOn } = await createAccountServices({
    ...ports,
    environments,
    settings,
    s3,
    jsonFile,
    allowLoopback: reach.allowLoopback,
    onQueueChange: () => browse.badgesChanged(),
    onLocationRemoved: (locationId) => browse.forgetLocation(locationId),
  });
  const shown = () => queues.opened(session.current().connectionId);
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
    onChange(state) {
      publish('browse.changed', state);
      sources
        .listed(state)
        .catch((thrown: unknown) =>
          log.warn('A source’s access could not be told', { message: toAppError(thrown).message }),
        );
    },
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
    objectOf: browse.objectOf,
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
    onCacheProblem: (message) => log.warn('A file’s facts could not be looked up or kept', { message }),
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
    badgeOf: ({ connectionId, bucket }, object) =>
      queues.opened(connectionId)?.badgeOf(bucket, object) ?? 'none',
    isFromElsewhere: ({ connectionId, bucket }, object) =>
      queues.opened(connectionId)?.isFromElsewhere(bucket, object) ?? false,
    hasFailedCopy: ({ connectionId, bucket }, objectKey) =>
      queues.opened(connectionId)?.hasFailedCopy(bucket, objectKey) ?? false,
    enqueue: async (batch) => (await queues.of(batch.connectionId)).enqueue(batch),
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
    histories,
    goOn,
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
