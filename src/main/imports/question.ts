import type { Read, ReadAnswer } from './engine-io.ts';
import type { VideosPage } from './ports.ts';

/** One thing to ask Pixop, and what is done with the answer. */
export interface Question {
  readonly read: Read;
  /** Nothing depends on it: that it is refused stops nothing else. */
  readonly isOptional?: boolean;
  readonly take: (answer: ReadAnswer) => void;
}

/** Whoever has questions: asked in the order of urgency whenever Pixop may be asked something. */
export interface Asker {
  /** The next question, or null; whoever has a question later says so with `wakeBy`. */
  readonly next: () => Question | null;
}

/** The page of an answer, or null when it failed. */
export const pageOf = (answer: ReadAnswer): VideosPage | null =>
  answer.ok && answer.kind === 'page' ? answer.page : null;
