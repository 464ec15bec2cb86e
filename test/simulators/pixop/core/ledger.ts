/** What the platform has done about one object. */
export interface LedgerEntry {
  readonly bucket: string;
  readonly objectKey: string;
  /** Import calls that arrived for it, whatever became of them. */
  requests: number;
  /** Imports that made a video, abandoned ones included: more than one is a double. */
  accepted: number;
  /** The videos made, in order; an abandoned one is taken out. */
  readonly videoIds: string[];
  /** Bytes copied in all, restarts included. */
  bytesCopied: number;
  /** Of the last whole copy, in hexadecimal; null before, and where copying is only reckoned. */
  sha256: string | null;
}

/** The truth about what was processed, for tests to hold against what a client believes. */
export class Ledger {
  readonly #entries = new Map<string, LedgerEntry>();

  /** The entry of an object, made on first use. */
  of(bucket: string, objectKey: string): LedgerEntry {
    const name = `${bucket}/${objectKey}`;
    const known = this.#entries.get(name);
    if (known !== undefined) return known;
    const entry: LedgerEntry = {
      bucket,
      objectKey,
      requests: 0,
      accepted: 0,
      videoIds: [],
      bytesCopied: 0,
      sha256: null,
    };
    this.#entries.set(name, entry);
    return entry;
  }

  /** Every object that an import call named, in the order of the first call. */
  entries(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  /** The sums over all objects. */
  totals(): { requests: number; accepted: number; videos: number; doubled: number; bytesCopied: number } {
    const totals = { requests: 0, accepted: 0, videos: 0, doubled: 0, bytesCopied: 0 };
    for (const { requests, accepted, videoIds, bytesCopied } of this.#entries.values()) {
      totals.requests += requests;
      totals.accepted += accepted;
      totals.videos += videoIds.length;
      totals.doubled += videoIds.length > 1 ? 1 : 0;
      totals.bytesCopied += bytesCopied;
    }
    return totals;
  }
}
