import { inspect } from 'node:util';
import { defaultBrowseView } from '../../../src/shared/browse.ts';
import type { Redactor } from '../../../src/main/platform/redact.ts';
import { secrets, startCanaryRig, type CanaryRig } from './canary-rig.ts';
import type { EchoMode } from './echo-front.ts';
import { leakFinder, repetitions, type Leak } from './leaks.ts';
import { pixopModes, s3Modes } from './modes.ts';

const canaries = Object.entries(secrets).map(([name, secret]) => ({ name, secret }));

/** What a run tried and what came out. */
export interface CanaryReport {
  readonly failures: number;
  readonly placesSearched: number;
  readonly charactersSearched: number;
  readonly leaks: readonly Leak[];
  /** Steps that did not go as they must for the rest to mean anything. */
  readonly broken: readonly string[];
}

interface Connected {
  readonly teamId: string;
  readonly locationId: string;
}

/** Connects, lets everything fail in every way, and searches all that came out for the secrets that went in. */
export async function runCanary(redactor: Redactor, everyNth = 1): Promise<CanaryReport> {
  const thin = (modes: readonly EchoMode[]) => modes.filter((_, index) => index % everyNth === 0);
  const rig = await startCanaryRig(redactor);
  const broken: string[] = [];
  try {
    const at = await connect(rig);
    for (const mode of thin(s3Modes)) await failS3(rig, at, mode);
    for (const mode of thin(pixopModes)) await failPixop(rig, at, mode);
    await rig.call('queue.snapshot', { from: 0, count: 1_000 });
    for (const format of ['csv', 'json']) await rig.call('queue.export', { format, failedOnly: false });
    if (rig.pixop.echoes === 0 || rig.s3.echoes === 0) broken.push('The services were never asked.');
    writeToLog(rig);
    await rig.call('app.saveDiagnostics', null);
    const failures = rig.pixop.echoes + rig.s3.echoes;
    const heard = await rig.heard();
    if (!heard.some(([where]) => where.includes('journal'))) broken.push('There is no journal.');
    if (!heard.some(([where]) => where.startsWith('export pixop-ingest-diagnostics')))
      broken.push('There is no diagnostics bundle.');
    if (!heard.some(([where]) => where.startsWith('export'))) broken.push('There is no export.');
    const find = leakFinder(canaries);
    return {
      failures,
      placesSearched: heard.length,
      charactersSearched: heard.reduce((sum, [, text]) => sum + text.length, 0),
      leaks: heard.flatMap(([where, text]) => find(where, text)),
      broken,
    };
  } finally {
    await rig.close();
  }
}

async function connect(rig: CanaryRig): Promise<Connected> {
  const session = await rig.call('session.saveKey', { apiKey: secrets.apiKey });
  if (!session.ok) throw new Error('The simulator does not take the key.');
  const { account } = session.value as {
    readonly account: { readonly defaultTeam: { readonly teamId: string } };
  };
  const { teamId } = account.defaultTeam;
  const listed = await rig.call('sources.list', { teamId });
  const [source] = (listed.ok ? listed.value : []) as readonly { readonly locationId: string }[];
  const locationId = source?.locationId ?? '';
  await saveCredentials(rig, locationId, undefined);
  await startBatch(rig, { teamId, locationId });
  return { teamId, locationId };
}

const endpointOf = (rig: CanaryRig) => ({ endpoint: rig.s3.url, region: 'eu-north-1', pathStyle: true });

const saveCredentials = (rig: CanaryRig, locationId: string, sessionToken: string | undefined) =>
  rig.call('sources.saveCredentials', {
    locationId,
    endpoint: endpointOf(rig),
    credentials: {
      kind: 'keys',
      accessKeyId: 'AKIADEMOOPERATOR0001',
      secretAccessKey: secrets.secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
  });

const prefix = 'deliveries/2026-11/Nordlys Ep 06/';

/** Lists, picks and queues what is below a small folder; wherever it stops, that is an answer to be searched. */
async function startBatch(rig: CanaryRig, { teamId, locationId }: Connected): Promise<void> {
  const view = defaultBrowseView;
  const opened = await rig.call('browse.open', { locationId, prefix, scope: 'below', view });
  if (!opened.ok) return;
  const { listingId } = opened.value as { readonly listingId: string };
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await rig.call('browse.view', { listingId, view });
    const state = (now.ok ? now.value : null) as { complete: boolean; error: unknown } | null;
    if (state === null || state.complete || state.error !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await rig.call('browse.select', { listingId, change: { kind: 'all-matching' } });
  const draft = await rig.call('drafts.fromSelection', { listingId });
  if (!draft.ok) return;
  const settings = {
    teamId,
    projectId: null,
    projectName: null,
    fullIngestion: true,
    nameTemplate: '{basename}',
    descriptionTemplate: '',
    importReference: true,
  };
  await rig.call('drafts.start', { ...(draft.value as object), settings, keep: [] });
  await rig.call('browse.close', { listingId });
}

async function failS3(rig: CanaryRig, at: Connected, mode: EchoMode): Promise<void> {
  rig.s3.mode = mode;
  await Promise.all([
    rig.call('sources.testCredentials', { locationId: at.locationId }),
    saveCredentials(rig, at.locationId, secrets.sessionToken),
    rig.call('browse.open', {
      locationId: at.locationId,
      prefix: '',
      scope: 'folder',
      view: defaultBrowseView,
    }),
  ]);
  rig.s3.mode = null;
}

async function failPixop(rig: CanaryRig, at: Connected, mode: EchoMode): Promise<void> {
  await rig.call('queue.resume', null);
  rig.pixop.mode = mode;
  await Promise.all([
    rig.call('session.check', null),
    rig.call('session.saveKey', { apiKey: secrets.apiKey }),
    rig.call('teams.list', null),
    rig.call('projects.create', { teamId: at.teamId, name: 'A project' }),
    rig.call('sources.create', {
      teamId: at.teamId,
      name: 'Another location',
      bucket: 'another-bucket',
      accessKeyId: 'AKIADEMOOPERATOR0001',
      secretAccessKey: secrets.newSecretAccessKey,
      endpoint: endpointOf(rig),
      browseWithSameKeys: true,
    }),
    startBatch(rig, at),
  ]);
  await rig.call('queue.snapshot', { from: 0, count: 1_000 });
  // What Pixop says of an account is kept in a file.
  await rig.call('session.addConnection', { environmentId: 'simulator', apiKey: secrets.apiKey });
  rig.pixop.mode = null;
  await rig.call('session.selectConnection', { connectionId: 'simulator' });
  await rig.call('session.saveKey', { apiKey: secrets.apiKey });
}

/** Whatever a careless line may hold some day: the log is the last to see it. */
function writeToLog({ log }: CanaryRig): void {
  for (const { secret } of canaries) {
    for (const text of repetitions(secret)) {
      log.error(`Something failed: ${text}`, { text });
      log.warn(inspect(new Error(text, { cause: { headers: { 'x-api-key': text } } })));
    }
  }
}
