import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fold, unfold } from '../../../src/main/imports/fold.ts';
import { journalOpener } from '../../../src/main/storage/journal/journal.ts';
import { enqueue, startVirtualRun } from '../virtual-run/virtual-run.ts';

/** What the journal costs on the disk of this machine. */
export interface JournalFigures {
  readonly jobs: number;
  readonly bytes: number;
  readonly loadMs: number;
  /** Records a second that were durable before the next one of the same writer, by four writers, as imports are sent. */
  readonly commitsPerSecond: number;
}

/** Imports on their way at once, as the product has it. */
const WRITERS = 4;
const COMMITS = 4_000;

/** Loads a queue of so many imports from a real file, and commits to it durably. */
export async function measureJournal(jobs: number): Promise<JournalFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-journal-'));
  const path = join(folder, 'journal');
  try {
    const run = await startVirtualRun({ seed: 1, settings: {}, copyMs: () => 1_000 });
    await run.service.pause();
    await enqueue(
      run,
      Array.from({ length: jobs }, (_, index) => `deliveries/2026-11/reel-${index}.mov`),
    );
    const planned = run.journal.read();
    await run.service.close();
    const { journal: written } = await journalOpener(path)('start');
    await written.compact(unfold(fold(planned).queue));
    await written.close();

    const started = performance.now();
    const opened = await journalOpener(path)('start');
    const { queue, anomalies } = fold(opened);
    const loadMs = performance.now() - started;
    if (queue.jobs.size !== jobs || anomalies > 0)
      throw new Error('The journal was not read as it was written');

    const writing = performance.now();
    const record = { type: 'paused', paused: false };
    const writer = async (): Promise<void> => {
      for (let left = COMMITS / WRITERS; left > 0; left -= 1) await opened.journal.append([record]);
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));
    const commitsPerSecond = COMMITS / ((performance.now() - writing) / 1_000);
    await opened.journal.close();
    return { jobs, bytes: (await stat(path)).size, loadMs, commitsPerSecond };
  } finally {
    await rm(folder, { recursive: true });
  }
}
