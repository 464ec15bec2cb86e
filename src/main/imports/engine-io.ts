import type { AppError } from '../../shared/errors.ts';
import type { Candidate, Decision, JobTarget } from '../../shared/imports.ts';
import type { Milliseconds } from '../../shared/units.ts';
import type { OpenedJournal } from './journal-port.ts';
import type {
  PickedObject,
  RateReading,
  SubmitFact,
  SubmitRequest,
  VideoInState,
  VideosPage,
  VideosQuery,
} from './ports.ts';
import type { JournalRecord } from './records.ts';

/** A question to Pixop that changes nothing there. */
export type Read =
  | { readonly kind: 'account' }
  | { readonly kind: 'page'; readonly query: VideosQuery }
  | { readonly kind: 'status'; readonly videoId: string };

/** What a {@link Read} came to. */
export type ReadAnswer =
  | { readonly ok: true; readonly kind: 'account' }
  | { readonly ok: true; readonly kind: 'page'; readonly page: VideosPage }
  | { readonly ok: true; readonly kind: 'status'; readonly state: VideoInState | null }
  | { readonly ok: false; readonly error: AppError };

/** What the operator may ask; each is answered once its records are on disk. */
export type Ask =
  | { readonly kind: 'enqueue'; readonly records: readonly JournalRecord[] }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'retry' | 'remove'; readonly target: JobTarget }
  | { readonly kind: 'abandon'; readonly target: JobTarget; readonly importAgain: boolean }
  | { readonly kind: 'restart'; readonly target: JobTarget; readonly skipChecksumValidation: boolean }
  | { readonly kind: 'decide'; readonly target: JobTarget; readonly decision: Decision }
  | {
      readonly kind: 'move';
      readonly jobIds: readonly string[];
      readonly to: 'top' | 'bottom' | 'up' | 'down';
    }
  | { readonly kind: 'forget'; readonly changedBeforeMs: Milliseconds }
  | { readonly kind: 'candidates'; readonly jobId: string };

/** What an {@link Ask} came to. */
export type AskAnswer =
  | { readonly ok: true; readonly affected: number; readonly candidates: readonly Candidate[] }
  | { readonly ok: false; readonly error: AppError };

/** What happens around the engine. */
export type Signal = 'key-changed' | 'network-changed' | 'suspend' | 'wake';

/** Everything that can happen to the engine. Nothing else moves it. */
export type Input =
  | { readonly kind: 'tick' }
  | { readonly kind: 'written'; readonly writeId: number }
  /** The journal refused a write; it refuses all others too. */
  | { readonly kind: 'write-failed'; readonly error: AppError }
  | { readonly kind: 'reopened'; readonly opened: Pick<OpenedJournal, 'records' | 'salvaged' | 'readOnly'> }
  | { readonly kind: 'reopen-failed'; readonly error: AppError }
  | { readonly kind: 'submitted'; readonly jobId: string; readonly fact: SubmitFact }
  | { readonly kind: 'read'; readonly answer: ReadAnswer }
  | { readonly kind: 'acted'; readonly error: AppError | null }
  | { readonly kind: 'rate'; readonly reading: RateReading }
  | { readonly kind: 'ask'; readonly askId: number; readonly ask: Ask }
  | { readonly kind: 'signal'; readonly signal: Signal }
  | { readonly kind: 'reserve'; readonly percent: number }
  /** Somebody looks at objects of a team. */
  | { readonly kind: 'looks'; readonly teamId: string };

/** Everything that the engine wants done. At most one read and one act are under way at any time. */
export type Command =
  | { readonly kind: 'append'; readonly writeId: number; readonly records: readonly JournalRecord[] }
  | { readonly kind: 'reopen'; readonly mode: 'after-failure' | 'repair' }
  | {
      readonly kind: 'submit';
      readonly jobId: string;
      readonly request: SubmitRequest;
      /** To be looked at once more before; null where it was seen a moment ago. */
      readonly lookAgainAt: PickedObject | null;
    }
  | { readonly kind: 'read'; readonly read: Read }
  | {
      readonly kind: 'act';
      readonly act: 'restart' | 'abandon';
      readonly videoId: string;
      readonly skipChecksumValidation: boolean;
    }
  | { readonly kind: 'answer'; readonly askId: number; readonly answer: AskAnswer };

/** The two times of one step. */
export interface Now {
  /** Never goes back; every duration is measured with it. */
  readonly monotonicMs: Milliseconds;
  /** Workstation time, epoch milliseconds: recorded, never decided on. */
  readonly wallMs: Milliseconds;
}
