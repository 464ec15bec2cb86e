import type { Milliseconds } from '../../shared/units.ts';

/** Pixop's per-minute budget as one answer's `X-RateLimit-*` headers said it. */
export interface RateReading {
  /** Requests allowed per window of one minute. */
  readonly limit: number;
  readonly remaining: number;
  /** Until the window ends, from `X-RateLimit-Reset` (whole seconds on the wire). */
  readonly resetInMs: Milliseconds;
  /** From `X-RateLimit-Retry-After`, only on a 429. */
  readonly retryAfterMs: Milliseconds | null;
}

/** The import call of one video: `POST /v1/videos/in/s3/{inputLocationId}`. */
export interface SubmitRequest {
  readonly inputLocationId: string;
  readonly teamId: string;
  readonly fullIngestion: boolean;
  readonly body: {
    readonly name: string;
    readonly objectKey: string;
    readonly description?: string;
    readonly projectId?: string;
    readonly fileName?: string;
  };
}

/**
 * What was seen of one import call, without judgement: `outcome.ts` alone decides what it means.
 * `not-sent` promises that no byte of the request left this machine.
 */
export type SubmitFact =
  | {
      readonly kind: 'not-sent';
      readonly reason: 'offline' | 'tls' | 'key-missing';
      readonly message: string;
    }
  /** The object is not the one that was picked any more; nothing was sent. */
  | { readonly kind: 'withheld'; readonly because: 'changed' | 'gone' }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly rate: RateReading | null;
      /** The parsed JSON body, or undefined when there was none or it was no JSON. */
      readonly body: unknown;
    }
  | {
      readonly kind: 'no-answer';
      readonly reason: 'reset' | 'timeout' | 'aborted' | 'oversized';
      readonly message: string;
    };

/** An object as it was when it was picked. */
export interface PickedObject {
  readonly locationId: string;
  readonly bucket: string;
  readonly objectKey: string;
  readonly sizeBytes: number;
  readonly etag: string;
}

/** Asks the bucket whether an object is still what was picked; `unknown` where that cannot be found out. Never rejects. */
export type LookAgain = (
  object: PickedObject,
  signal: AbortSignal,
) => Promise<'same' | 'changed' | 'gone' | 'unknown'>;

/** Pixop's words for the state of an upload or ingestion; `null` for one that this app does not know. */
export type OperationStatus = 'INITIAL' | 'IN_PROGRESS' | 'DONE' | 'FAILED' | null;

/** The state of one video in, as the list and the status call both give it. */
export interface VideoInState {
  readonly videoId: string;
  readonly upload: {
    readonly status: OperationStatus;
    readonly percent: number;
    readonly error: { readonly code: string; readonly message: string } | null;
    readonly fileName: string | null;
    readonly sizeBytes: number | null;
  } | null;
  readonly ingestion: {
    readonly status: OperationStatus;
    readonly percent: number;
    readonly etaSeconds: number | null;
  } | null;
}

/** One video of `GET /v1/videos`. Dates are epoch milliseconds, parsed from ISO text or numbers. */
export interface ListedVideo extends VideoInState {
  readonly name: string;
  readonly description: string;
  readonly teamId: string;
  readonly projectId: string;
  readonly createdAtMs: Milliseconds;
  readonly updatedAtMs: Milliseconds;
}

/** Which page of `GET /v1/videos` is asked for; clips are always excluded. */
export interface VideosQuery {
  readonly teamId: string | null;
  readonly projectId: string | null;
  readonly sortBy: 'createdAt' | 'updatedAt';
  readonly sortDirection: 'ASC' | 'DESC';
  readonly pageNumber: number;
  /** 1 to 100, openapi.json `PageSize`. */
  readonly pageSize: number;
}

/** One page of videos. */
export interface VideosPage {
  readonly items: readonly ListedVideo[];
  readonly totalElements: number | null;
  readonly isLast: boolean;
}

/**
 * Pixop as the engine sees it. `submitImport` never rejects; every other call rejects with `AppFailure`.
 * Each answer's rate headers are also given to the observer that the client was made with.
 */
export interface PixopPort {
  readonly submitImport: (request: SubmitRequest, signal: AbortSignal) => Promise<SubmitFact>;
  readonly listVideos: (query: VideosQuery, signal: AbortSignal) => Promise<VideosPage>;
  /** Null when Pixop answers 204: no video-in operation. */
  readonly videoInState: (videoId: string, signal: AbortSignal) => Promise<VideoInState | null>;
  readonly restart: (videoId: string, skipChecksumValidation: boolean, signal: AbortSignal) => Promise<void>;
  readonly abandon: (videoId: string, signal: AbortSignal) => Promise<void>;
  /** A cheap question that proves that Pixop is there and takes the key. */
  readonly checkAccount: (signal: AbortSignal) => Promise<void>;
}
