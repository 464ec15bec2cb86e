import type { Output } from '../shared/contract.ts';
import type { QueueSummary } from '../shared/imports.ts';
import type { Session } from '../shared/session.ts';
import type { Settings } from '../shared/settings.ts';

/** What support needs to understand what happened on a workstation. */
export interface DiagnosticsPorts {
  readonly info: () => Output<'app.info'>;
  readonly session: () => Promise<Session>;
  readonly settings: () => Settings;
  readonly queues: () => readonly QueueSummary[];
  readonly logLines: () => Promise<readonly string[]>;
  readonly redact: (text: string) => string;
  readonly now: () => number;
}

/**
 * The diagnostics bundle as one readable text: versions, settings, counts and the end of the log. It holds no object
 * key, no template and no secret; what is known as one is taken out of the whole once more.
 */
export async function diagnostics(ports: DiagnosticsPorts): Promise<string> {
  const { environment, key, secretStore } = await ports.session();
  const { lastBatch: _, teamId: _teamId, ...settings } = ports.settings();
  const bundle = {
    madeAt: new Date(ports.now()).toISOString(),
    app: ports.info(),
    system: { arch: process.arch, versions: process.versions },
    session: { environment, key, secretStore },
    settings,
    queues: ports.queues(),
    log: await ports.logLines(),
  };
  return ports.redact(`${JSON.stringify(bundle, null, 2)}\n`);
}
