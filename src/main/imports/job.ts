import type { BatchRow, JobError, JobState } from '../../shared/imports.ts';
import type { Milliseconds } from '../../shared/units.ts';

/** What stays the same of an import while its state changes. */
export interface JobFacts {
  readonly jobId: string;
  readonly batchId: string;
  /** Smaller is sent earlier. */
  readonly position: number;
  readonly objectKey: string;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly name: string;
  /** The operator's text; the import reference is added when it is sent. */
  readonly description: string;
  readonly fileName: string;
  /**
   * The import references of all attempts (see `refKey`), the current one last; empty when the batch has none. They
   * are drawn when an attempt is planned, so that even a journal restored from a backup knows them.
   */
  readonly refs: readonly string[];
  /** Attempts whose intent is on disk; 0 while never sent. */
  readonly attempt: number;
  /** Pixop's own time before the first attempt that may have made a video: no search goes further back. */
  readonly sinceMs: Milliseconds | null;
  /** Videos with one of this import's references beside the one it is known as. Empty is what the engine is for. */
  readonly doubles: readonly string[];
  /** Taken off the list by the operator; history and badges keep it. */
  readonly hidden: boolean;
  /** Workstation time, epoch milliseconds: shown, never decided on. */
  readonly changedAtMs: Milliseconds;
}

/** The states of {@link JobState} with what is known in each, so that no impossible combination can be built. */
export type JobPhase =
  | { readonly state: 'planned' | 'skipped' }
  /** `marked`: the description that was sent ends with the reference. */
  | { readonly state: 'sending'; readonly marked: boolean }
  | { readonly state: 'rejected'; readonly error: JobError }
  | { readonly state: 'unknown'; readonly marked: boolean; readonly error: JobError | null }
  | {
      readonly state: 'needs-decision';
      readonly marked: boolean;
      readonly error: JobError | null;
      /** Videos that carry the reference: none, or more than one. */
      readonly matches: readonly string[];
    }
  | { readonly state: 'accepted' | 'done' | 'abandoned'; readonly videoId: string }
  | {
      readonly state: 'copying' | 'ingesting';
      readonly videoId: string;
      readonly copyPercent: number;
      readonly ingestPercent: number;
      readonly etaSeconds: number | null;
    }
  | {
      readonly state: 'failed' | 'restarting';
      readonly videoId: string;
      readonly error: JobError;
    }
  | {
      readonly state: 'abandoning';
      readonly videoId: string;
      readonly error: JobError;
      /** The object is imported anew once its video is known to be gone. */
      readonly again: boolean;
    };

/** One import. `transitions.ts` is its only editor. */
export type Job = JobFacts & JobPhase;

/** An import in one of the given states. */
export type JobIn<State extends JobState> = JobFacts & Extract<JobPhase, { readonly state: State }>;

/** What the videos of one batch have in common. */
export type Batch = Omit<BatchRow, 'total'> & {
  /** Pixop's own time when the batch was first about to be sent; null until then. */
  readonly anchorMs: Milliseconds | null;
  /** No video has been accepted since the last audit. */
  readonly audited: boolean;
};

/** States in which Pixop works on a video that the engine watches. */
export const liveStates: ReadonlySet<JobState> = new Set<JobState>(['accepted', 'copying', 'ingesting']);

/** States whose outcome the engine looks for in Pixop's list. */
export const unresolvedStates: ReadonlySet<JobState> = new Set<JobState>(['unknown', 'needs-decision']);

/** The video of an import, as far as there is one. */
export const videoIdOf = (job: Job): string | null => ('videoId' in job ? job.videoId : null);
