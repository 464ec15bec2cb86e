import type { JournalFile, JournalFs } from '../../../../src/main/storage/journal/journal-fs.ts';

interface Content {
  written: Buffer;
  /** What a power loss leaves. */
  synced: Buffer;
}

/** Thrown where the test's disk stops: nothing after it happens. */
export class Died extends Error {}

/** A disk in memory that can die or fail at any of its calls, and forgets what was not synced when power is lost. */
export function faultyFs() {
  const files = new Map<string, Content>();
  const state = { calls: 0, dieAt: Infinity, failAt: Infinity, ignoreSync: false };
  const step = (): void => {
    state.calls += 1;
    if (state.calls >= state.dieAt) throw new Died();
    if (state.calls === state.failAt) throw new Error('ENOSPC: no space left on device');
  };
  const handle = (path: string): JournalFile => {
    const file = files.get(path) ?? { written: Buffer.alloc(0), synced: Buffer.alloc(0) };
    files.set(path, file);
    return {
      append: async (bytes) => {
        // A full disk and a crash both leave a part of what was to be written.
        const isLast = state.calls + 1 >= state.dieAt || state.calls + 1 === state.failAt;
        if (isLast) file.written = Buffer.concat([file.written, bytes.subarray(0, bytes.length >> 1)]);
        step();
        file.written = Buffer.concat([file.written, bytes]);
      },
      sync: async () => {
        step();
        if (!state.ignoreSync) file.synced = file.written;
      },
      size: async () => file.written.length,
      truncate: async (size) => {
        step();
        file.written = file.written.subarray(0, size);
      },
      close: async () => undefined,
    };
  };
  const fs: JournalFs = {
    read: async (path) => files.get(path)?.written ?? null,
    openAppend: async (path) => {
      step();
      return handle(path);
    },
    openNew: async (path) => {
      step();
      files.delete(path);
      return handle(path);
    },
    rename: async (from, to) => {
      step();
      const file = files.get(from);
      if (file !== undefined) files.set(to, file);
      files.delete(from);
    },
    copy: async (from, to) => {
      step();
      const file = files.get(from);
      if (file !== undefined) files.set(to, { ...file });
    },
    makeDirectory: async () => undefined,
    syncDirectory: async () => step(),
  };
  return {
    fs,
    state,
    files,
    /** The machine starts again: calls work, and with `powerLost` only what was synced is left. */
    restart(powerLost: boolean): void {
      Object.assign(state, { calls: 0, dieAt: Infinity, failAt: Infinity });
      if (powerLost) for (const file of files.values()) file.written = file.synced;
    },
  };
}
