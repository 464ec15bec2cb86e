/** Every channel starts with this, so that the preload can refuse any other without knowing the contract (and without zod). */
export const CHANNEL_PREFIX = 'pixop-ingest:';

/** Name under which the preload puts the {@link Bridge} on the window. */
export const BRIDGE_NAME = 'pixopIngest';

/** The whole of what the preload gives the renderer: two functions. Typing and parsing live in the client and the server. */
export interface Bridge {
  /** Calls the main process; resolves to a `Result`, never rejects for an expected failure. */
  readonly request: (name: string, input: unknown) => Promise<unknown>;
  /** Listens to an event; returns the function that stops listening. */
  readonly subscribe: (name: string, listener: (payload: unknown) => void) => () => void;
}
