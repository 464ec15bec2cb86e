import { createImportService } from '../../../src/main/imports/import-service.ts';
import type { OpenJournal } from '../../../src/main/imports/journal-port.ts';
import { judge } from '../../../src/main/imports/outcome.ts';
import { createPixopClient } from '../../../src/main/pixop/pixop-client.ts';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';
import { orderSchema, type Told } from './orders.ts';

/**
 * The process that is killed: the product's queue, journal and client, without a window. It plans its imports once, says
 * when each start has got how far, and ends by itself when nothing is open any more.
 */
const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
const tell = (told: Told): void => void process.send?.(told);

const openJournal = journalOpener(order.journal);
/** A journal that keeps only what was planned. */
const forgetful: OpenJournal = async (mode) => {
  const opened = await openJournal(mode);
  const isKept = (record: unknown): boolean => /"type":"(batch|planned)"/.test(JSON.stringify(record));
  const append = (records: readonly unknown[]): Promise<void> =>
    records.some(isKept) ? opened.journal.append(records.filter(isKept)) : Promise.resolve();
  return { ...opened, journal: { ...opened.journal, compact: opened.journal.compact, append } };
};
/** Takes a lost answer for a request that was not sent. */
const eager: typeof judge = (fact) => {
  const outcome = judge(fact);
  if (outcome.kind !== 'unknown') return outcome;
  return { kind: 'not-executed', because: { wait: 'network' }, error: outcome.error };
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const client = createPixopClient({
  baseUrl: order.url,
  apiKey: async () => order.apiKey,
  onRate: (reading) => service.observeRate(reading),
  onKeyRejected: () => undefined,
});
const service = await createImportService({
  environmentId: 'simulator',
  clock: systemClock,
  log: silent,
  openJournal: order.mutant === 'keeps no intent' ? forgetful : openJournal,
  pixop: client,
  reservePercent: 0,
  lookDelaysMs: order.lookDelaysMs,
  onChange: () => undefined,
  onBatchEnd: () => undefined,
  ...(order.mutant === 'sends again after a lost answer' ? { rules: { judge: eager } } : {}),
});
tell({ kind: 'open' });

if (service.snapshot({ from: 0, count: 1 }).total === 0) {
  const settings = {
    teamId: order.teamId,
    projectId: null,
    projectName: null,
    fullIngestion: false,
    nameTemplate: '{basename}',
    descriptionTemplate: '',
    importReference: true,
  };
  const items = Array.from({ length: order.imports }, (_, index) => {
    const objectKey = `rushes/${index}.mov`;
    const facts = { modifiedMs: 0, etag: `e${index}`, storageClass: 'STANDARD', notPickable: null };
    const object = { objectKey, sizeBytes: 1_000, ...facts };
    return { object, name: objectKey, description: '', fileName: `${index}.mov` };
  });
  const place = { locationId: order.locationId, locationName: 'Media', bucket: 'nordlys-media' };
  await service.enqueue({ ...place, settings, items });
}

const timer = setInterval(() => {
  const { counts, paused } = service.summary();
  // Answers are lost so often here that the app stops to ask; the operator goes on.
  if (paused !== null) void service.resume();
  if (counts.planned + counts.sending + counts.unknown > 0) return;
  clearInterval(timer);
  const { rows } = service.snapshot({ from: 0, count: order.imports });
  tell({ kind: 'settled', rows: rows.map(({ objectKey, state }) => ({ objectKey, state })) });
  process.disconnect();
  process.exit(0);
}, 10);
