import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLog } from '../../../src/main/platform/log.ts';
import { createRedactor } from '../../../src/main/platform/redact.ts';
import { settleTrust } from '../../../src/main/platform/trust.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';
import { createJsonFile } from '../../../src/main/storage/json-file.ts';
import { tried, unless } from './check.ts';

/** Nobody else on the machine reads what the app keeps. */
export const privateFiles = tried('journal, settings and log are made with mode 0600', async () => {
  if (process.platform === 'win32') return [];
  const folder = await mkdtemp(join(tmpdir(), 'pixop-ingest-harden-'));
  try {
    openLog(join(folder, 'logs', 'app.log'), createRedactor()).info('Started');
    await createJsonFile(join(folder, 'settings.json'), () => undefined).save({});
    const { journal } = await journalOpener(join(folder, 'queues', 'journal'))('start');
    await journal.close();
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const modes = await Promise.all(
      files.map(async (file) => [file, (await stat(file)).mode & 0o777] as const),
    );
    return [
      ...unless(files.length >= 3, `only ${files.length} files were made`),
      ...modes
        .filter(([, mode]) => mode !== 0o600)
        .map(([file, mode]) => `${file} has mode ${mode.toString(8)}`),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** A secret that is known goes into no line of the log. */
export const redactedLog = tried(
  'a known key leaves no trace in the log (more: npm run canary)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pixop-ingest-harden-'));
    try {
      const redactor = createRedactor();
      const secret = 'kanarie-4711-fugl-0815';
      redactor.add(secret);
      openLog(join(folder, 'app.log'), redactor).error(`Refused ${secret}`, { header: secret });
      const text = await readFile(join(folder, 'app.log'), 'utf8');
      return unless(text.includes('Refused') && !text.includes(secret), 'the log repeats a secret');
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);

/** The environment cannot switch the check of certificates off. */
export const scrubbedEnvironment = tried('NODE_TLS_REJECT_UNAUTHORIZED is taken away at start', () => {
  const env: Record<string, string | undefined> = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
  settleTrust({ DEFAULT_MIN_VERSION: 'TLSv1' }, env, () => undefined);
  return unless(!('NODE_TLS_REJECT_UNAUTHORIZED' in env), 'it is left');
});

/** Companies' own authorities are trusted where the system trusts them. */
export const systemAuthorities = tried('the system’s authorities become the default', () => {
  let trusted: readonly string[] = [];
  const tls = {
    DEFAULT_MIN_VERSION: 'TLSv1',
    getCACertificates: () => ['company'],
    setDefaultCACertificates: (certificates: readonly string[]) => void (trusted = certificates),
  };
  const store = settleTrust(tls, {}, () => undefined);
  return [
    ...unless(store === 'system' && trusted.join() === 'company', 'the system’s list is not in force'),
    ...unless(tls.DEFAULT_MIN_VERSION === 'TLSv1.2', 'older TLS is accepted'),
  ];
});
