import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrames, writeFrame } from '../../../../src/main/storage/journal/frame.ts';
import { nodeJournalFs } from '../../../../src/main/storage/journal/journal-fs.ts';
import { JOURNAL_VERSION } from '../../../../src/main/storage/journal/append-only-journal.ts';
import { openJournal } from '../../../../src/main/storage/journal/journal.ts';
import { Died, faultyFs } from './faulty-fs.ts';

const path = '/queue/journal';
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

describe('the journal', () => {
  it('gives back every record in order, exactly, after a restart on a real disk, for its user only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'journal-'));
    const file = join(folder, 'queue', 'journal');
    const odd = { key: 'Ærø 🎬\n\u2028\u0000"', size: 5e11 };
    const first = await openJournal({ path: file, fs: nodeJournalFs });
    await Promise.all([first.journal.append([odd]), first.journal.append([1, 2]), first.journal.append([3])]);
    await first.journal.close();
    const second = await openJournal({ path: file, fs: nodeJournalFs });
    expect(second).toMatchObject({ records: [odd, 1, 2, 3], readOnly: null, keptAside: null });
    await second.journal.compact([odd, 6]);
    await second.journal.append([7]);
    await second.journal.close();
    const third = await openJournal({ path: file, fs: nodeJournalFs });
    expect(third.records).toEqual([odd, 6, 7]);
    await third.journal.close();
    expect(
      readFrames(await readFile(`${file}.old`))
        .frames.flatMap((frame) => frame.records)
        .slice(1),
    ).toEqual([odd, 1, 2, 3]);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });

  it('shares one write between records that wait', async () => {
    const { fs, state } = faultyFs();
    const { journal } = await openJournal({ path, fs });
    const before = state.calls;
    await Promise.all(numbers(0, 1_000).map((record) => journal.append([record])));
    expect(state.calls - before).toBeLessThanOrEqual(4);
    expect((await openJournal({ path, fs })).records).toEqual(numbers(0, 1_000));
  });

  it.each([false, true])(
    'loses nothing it has confirmed, wherever it dies (power lost: %s)',
    async (powerLost) => {
      for (let dieAt = 1; dieAt < 40; dieAt += 1) {
        const disk = faultyFs();
        disk.state.dieAt = dieAt;
        const confirmed: number[] = [];
        try {
          const { journal } = await openJournal({ path, fs: disk.fs });
          for (const record of numbers(0, 5)) {
            await journal.append([record]);
            confirmed.push(record);
          }
          await journal.compact(confirmed);
          for (const record of numbers(5, 8)) {
            await journal.append([record]);
            confirmed.push(record);
          }
        } catch (error) {
          expect(error instanceof Died || String(error).includes('could not be')).toBe(true);
        }
        disk.restart(powerLost);
        const { records, readOnly } = await openJournal({ path, fs: disk.fs });
        expect(readOnly).toBeNull();
        expect(records.slice(0, confirmed.length)).toEqual(confirmed);
        expect(records.length).toBeLessThanOrEqual(confirmed.length + 1);
      }
    },
  );

  it('would lose what it has confirmed if it did not sync', async () => {
    const disk = faultyFs();
    disk.state.ignoreSync = true;
    const { journal } = await openJournal({ path, fs: disk.fs });
    await journal.append([1]);
    disk.restart(true);
    expect((await openJournal({ path, fs: disk.fs })).records).toEqual([]);
  });

  it('refuses everything after a failed write, and goes on after being opened again', async () => {
    const disk = faultyFs();
    const { journal } = await openJournal({ path, fs: disk.fs });
    await journal.append([1]);
    disk.state.failAt = disk.state.calls + 1;
    await expect(journal.append([2])).rejects.toMatchObject({ error: { code: 'storage' } });
    await expect(journal.append([3])).rejects.toMatchObject({ error: { code: 'storage' } });
    const again = await openJournal({ path, fs: disk.fs });
    expect(again.records).toEqual([1]);
    expect(again.keptAside).toBe(`${path}.torn`);
    await again.journal.append([4]);
    expect((await openJournal({ path, fs: disk.fs })).records).toEqual([1, 4]);
  });

  it('stops when somebody else has written to it', async () => {
    const { fs } = faultyFs();
    const first = await openJournal({ path, fs });
    const second = await openJournal({ path, fs });
    await second.journal.append([1]);
    await expect(first.journal.append([2])).rejects.toThrow('Another program');
    expect((await openJournal({ path, fs })).records).toEqual([1]);
  });

  it('only reads what a newer app wrote, and what is damaged', async () => {
    const { fs } = faultyFs();
    const file = await fs.openNew(path);
    await file.append(
      writeFrame({ seq: 0, records: [{ format: 'pixop-ingest-journal', version: JOURNAL_VERSION + 1 }] }),
    );
    const newer = await openJournal({ path, fs });
    expect(newer.readOnly).toBe('newer-version');
    await expect(newer.journal.append([1])).rejects.toMatchObject({ error: { code: 'storage' } });
  });
});

describe('a journal’s bytes', () => {
  const frames = numbers(0, 12).map((seq) => ({ seq, records: [{ seq, text: 'Ærø\n' }] }));
  const bytes = Buffer.concat(frames.map(writeFrame));
  const isPrefix = (found: readonly unknown[]): void => {
    expect(found).toEqual(frames.slice(0, found.length));
  };

  it('never give an invented record, wherever they are cut off', () => {
    for (let length = 0; length <= bytes.length; length += 1) {
      const { frames: found, state } = readFrames(bytes.subarray(0, length));
      isPrefix(found);
      expect(state).not.toBe('damaged');
    }
  });

  it('never give an invented record, whichever bit is flipped', () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const { frames: found, state } = readFrames(flipped);
      isPrefix(found);
      expect(state).not.toBe('whole');
    }
  });

  it('are called damaged when a line is missing, doubled or moved', () => {
    const lines = frames.map(writeFrame);
    for (const changed of [
      lines.toSpliced(4, 1),
      lines.toSpliced(4, 0, lines[3] ?? Buffer.alloc(0)),
      lines.toReversed(),
    ]) {
      const { frames: found, state } = readFrames(Buffer.concat(changed));
      isPrefix(found);
      expect(state).toBe('damaged');
    }
  });

  it('never give an invented record for bytes of any kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        isPrefix(readFrames(Buffer.from(random)).frames);
      }),
    );
  });
});
