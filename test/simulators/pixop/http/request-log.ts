/** One request and what became of it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** 0 while under way, and for good when the client never got an answer. */
  status: number;
  /** Pixop's error code, or null. */
  errorCode: string | null;
}

/** Requests remembered one by one; beyond it the oldest half is forgotten. */
const MAX_ENTRIES = 100_000;

/** What has been asked of a server, so that tests can prove what a client does not do. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** The latest requests, oldest first. */
  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  reset(): void {
    this.#entries = [];
  }

  /** For the server: a request has come. */
  begin(method: string, path: string): LoggedRequest {
    const entry: LoggedRequest = { method, path, status: 0, errorCode: null };
    if (this.#entries.length >= MAX_ENTRIES) this.#entries = this.#entries.slice(MAX_ENTRIES / 2);
    this.#entries.push(entry);
    return entry;
  }
}
