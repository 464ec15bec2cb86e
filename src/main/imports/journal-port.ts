/** Why a journal is only read: its bytes are damaged, a newer app wrote it, or another program is writing it. */
export type ReadOnlyCause = 'damaged' | 'newer-version' | 'in-use';

/** The write-ahead journal as the engine needs it; records are opaque to whoever stores them. */
export interface JournalPort {
  /**
   * Resolves when the records are on disk. Calls that arrive while a write is under way share the next one. Rejects
   * with code `storage` after any failure, and from then on always: a disk that failed once is not asked again on
   * the same file; open the journal anew.
   */
  readonly append: (records: readonly unknown[]) => Promise<void>;
  /** Replaces the content by an equal, shorter one; the content before is kept as one generation of backup. */
  readonly compact: (records: readonly unknown[]) => Promise<void>;
  /** Waits for what is being written, then closes the file. */
  readonly close: () => Promise<void>;
}

/** What was found when a journal was opened. */
export interface OpenedJournal {
  /** In the order in which they were appended. */
  readonly records: readonly unknown[];
  /** Of a damaged journal: the whole records that follow the damage. Something between was lost. */
  readonly salvaged: readonly unknown[];
  /** Null while the journal can be written. */
  readonly readOnly: ReadOnlyCause | null;
  /** Where the torn end of the last run was kept, or null when there was none. */
  readonly keptAside: string | null;
  readonly journal: JournalPort;
}

/** How a journal is opened: as at start, anew after a write failed, or by the operator's word to replace a damaged one. */
export type OpenMode = 'start' | 'after-failure' | 'repair';

/** Opens the one journal of an environment. */
export type OpenJournal = (mode: OpenMode) => Promise<OpenedJournal>;
