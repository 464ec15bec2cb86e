import type { Input, Output } from '../shared/contract.ts';
import type { ShippedPackage } from '../shared/licences.ts';
import type { EnvironmentId } from '../shared/session.ts';
import type { Handlers } from './ipc/serve.ts';
import {
  exportFileName,
  exportImports,
  type AccountedImport,
  type ExportFormat,
  type ExportOf,
} from './manifests/export-imports.ts';
import type { Services } from './services.ts';

/** Opens a page of Pixop's in the system's browser. */
export type OpenPage = (page: Input<'app.open'>, environmentId: EnvironmentId) => Promise<void>;

const forever = new AbortController().signal;

/** What the handlers need of the shell. */
export interface ShellPorts {
  readonly info: () => Output<'app.info'>;
  readonly licences: () => Promise<readonly ShippedPackage[]>;
  readonly openPage: OpenPage;
  /** Asks where to keep a text and keeps it there; answers the path, or null when that was called off. */
  readonly saveFile: (suggestedName: string, text: string) => Promise<string | null>;
  /** Asks for a manifest and reads it; null when that was called off. */
  readonly openManifest: () => Promise<Input<'manifests.read'> | null>;
}

/** The contract's calls, each handed to the service that knows. */
export function createHandlers(
  services: Services,
  { info, licences, openPage, saveFile, openManifest }: ShellPorts,
): Handlers {
  const { settings, saved, session, sources, browse, peek, manifests, drafts, queues, histories } = services;
  const client = () => session.clientFor(session.current().connectionId);
  const exportAs = async (format: ExportFormat, of: ExportOf, imports: readonly AccountedImport[]) => {
    const name = exportFileName(format, of, Date.now());
    return { savedAs: await saveFile(name, exportImports(imports, format)), rows: imports.length };
  };
  return {
    'app.info': async () => info(),
    'app.open': async (page) => {
      const shown = session.current().environment.environmentId;
      await openPage(page, page.page === 'video' ? page.environmentId : shown);
      return null;
    },
    'app.licences': async () => [...(await licences())],
    'app.saveDiagnostics': async () => ({
      savedAs: await saveFile(
        `pixop-ingest-diagnostics-${new Date().toISOString().slice(0, 10)}.json`,
        await services.diagnostics(info),
      ),
    }),
    'updates.get': async () => services.updates.state(),
    'updates.check': () => services.updates.check(),
    'updates.install': async () => {
      services.updates.install();
      return null;
    },
    'settings.get': async () => settings.current(),
    'settings.change': (patch) => settings.change(patch),
    'saved.get': async () => saved.current(),
    'saved.change': (change) => saved.change(change),

    'session.get': () => session.get(),
    'session.selectEnvironment': ({ environmentId }) => session.selectEnvironment(environmentId),
    'session.selectConnection': ({ connectionId }) => session.selectConnection(connectionId),
    'session.addConnection': ({ environmentId, apiKey }) => session.addConnection(environmentId, apiKey),
    'session.removeConnection': ({ connectionId }) => session.removeConnection(connectionId),
    'session.saveKey': ({ apiKey }) => session.saveKey(apiKey),
    'session.clearKey': () => session.clearKey(),
    'session.check': () => session.check(),

    'teams.list': () => client().teams(forever),
    'projects.list': ({ teamId }) => client().projects(teamId, forever),
    'projects.create': ({ teamId, name }) => client().createProject(teamId, name, forever),

    'sources.list': ({ teamId }) => sources.list(teamId),
    'sources.create': (input) => sources.create(input),
    'sources.saveCredentials': (input) => sources.saveCredentials(input),
    'sources.replaceKeys': async (input) => {
      await sources.replaceKeys(input);
      return null;
    },
    'sources.rename': ({ locationId, name }) => sources.rename(locationId, name),
    'sources.remove': async ({ locationId }) => {
      await sources.remove(locationId);
      return null;
    },
    'sources.testCredentials': ({ locationId }) => sources.testCredentials(locationId),
    'sources.clearCredentials': ({ locationId }) => sources.clearCredentials(locationId),
    'sources.awsProfiles': async () => [...(await services.awsProfiles())],

    'browse.open': (input) => browse.open(input),
    'browse.view': (input) => browse.view(input),
    'browse.rows': (input) => browse.rows(input),
    'browse.select': (input) => browse.select(input),
    'browse.find': (input) => browse.find(input),
    'browse.locate': (input) => browse.locate(input),
    'browse.step': (input) => browse.step(input),
    'browse.ordinal': (input) => browse.ordinal(input),
    'browse.stop': (input) => browse.stop(input),
    'browse.close': (input) => browse.close(input),

    'manifests.read': async (input) => manifests.read(input),
    'manifests.open': async () => {
      const chosen = await openManifest();
      return chosen === null ? null : manifests.read(chosen);
    },
    'manifests.match': (input) => manifests.match(input),
    'manifests.stop': async (input) => manifests.stop(input),
    'manifests.lines': async (input) => manifests.lines(input),
    'manifests.text': async (input) => manifests.text(input),
    'manifests.close': async ({ manifestId }) => {
      manifests.close(manifestId);
      return null;
    },
    'peek.look': (input) => peek.look(input),
    'peek.failure': async ({ ticket }) => peek.failureOf(ticket),
    'peek.cancel': async ({ lookId }) => {
      peek.cancel(lookId);
      return null;
    },
    'peek.keep': async (input) => {
      await peek.keep(input);
      return null;
    },

    'drafts.fromSelection': ({ listingId }) => drafts.fromSelection(listingId),
    'drafts.fromManifest': async ({ manifestId }) => drafts.fromManifest(manifestId),
    'drafts.summary': async (request) => drafts.summary(request),
    'drafts.rows': async (request) => drafts.rows(request),
    'drafts.start': (request) => drafts.start(request),
    'drafts.discard': async ({ draftId }) => {
      drafts.discard(draftId);
      return null;
    },

    'queue.snapshot': async (window) => (await queues.current()).snapshot(window),
    'queue.pause': async () => (await queues.current()).pause(),
    'queue.resume': async () => (await queues.current()).resume(),
    'queue.retry': async (target) => (await queues.current()).retry(target),
    'queue.restart': async (request) => (await queues.current()).restart(request),
    'queue.abandon': async (request) => (await queues.current()).abandon(request),
    'queue.decide': async (request) => (await queues.current()).decide(request),
    'queue.candidates': async (request) => (await queues.current()).candidates(request),
    'queue.remove': async (target) => (await queues.current()).remove(target),
    'queue.move': async (request) => (await queues.current()).move(request),
    'queue.export': async ({ format, failedOnly }) => {
      const account = session.current().account?.email ?? null;
      const imports = (await queues.current()).exported(failedOnly).map((one) => ({ ...one, account }));
      return exportAs(format, failedOnly ? 'failed' : null, imports);
    },

    'history.imports': (window) => histories.imports(window),
    'history.batches': () => histories.batches(),
    'history.export': async ({ format, ...query }) =>
      exportAs(format, 'history', await histories.exported(query)),
    'history.forgettable': (request) => histories.forgettable(request),
    'history.forget': (request) => histories.forget(request),
  };
}
