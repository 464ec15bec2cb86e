import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises';

/** The file calls of the journal, few enough to be made to fail one by one in tests. */
export interface JournalFs {
  /** The content, or null when there is no such file. */
  readonly read: (path: string) => Promise<Buffer | null>;
  /** Opens for appending, with mode 0600; makes the file when there is none. */
  readonly openAppend: (path: string) => Promise<JournalFile>;
  /** Opens an empty file, with mode 0600. */
  readonly openNew: (path: string) => Promise<JournalFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly copy: (from: string, to: string) => Promise<void>;
  readonly makeDirectory: (path: string) => Promise<void>;
  /** Makes renames and new files of a directory durable. */
  readonly syncDirectory: (path: string) => Promise<void>;
}

/** One open file. */
export interface JournalFile {
  /** Writes all bytes at the end, or rejects. */
  readonly append: (bytes: Buffer) => Promise<void>;
  /** F_FULLFSYNC on macOS, fsync elsewhere. */
  readonly sync: () => Promise<void>;
  readonly size: () => Promise<number>;
  readonly truncate: (size: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

const MODE = 0o600;

/** The machine's own disk. */
export const nodeJournalFs: JournalFs = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  },
  openAppend: (path) => openFile(path, 'a'),
  openNew: (path) => openFile(path, 'w'),
  rename,
  copy: (from, to) => copyFile(from, to),
  makeDirectory: async (path) => void (await mkdir(path, { recursive: true, mode: 0o700 })),
  async syncDirectory(path) {
    // Windows cannot open directories; its renames need no such call.
    if (process.platform === 'win32') return;
    const directory = await open(path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  },
};

async function openFile(path: string, flags: 'a' | 'w'): Promise<JournalFile> {
  const file = await open(path, flags, MODE);
  return {
    append: (bytes) => file.appendFile(bytes),
    sync: () => file.sync(),
    size: async () => (await file.stat()).size,
    truncate: (size) => file.truncate(size),
    close: () => file.close(),
  };
}
