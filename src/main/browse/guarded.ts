import { createContext, Script } from 'node:vm';
import { AppFailure } from '../../shared/errors.ts';

/** Longest that one slice of an expression's matches may take, in milliseconds; an ordinary one takes a few. */
const LIMIT_MS = 100;

const context = createContext({ work: () => undefined }) as { work: () => void };
const script = new Script('work()');

/**
 * Runs a short piece of work that an expression could make endless. A regular expression cannot be looked into while
 * it backtracks, but V8 can end it: the limit is held even within one match, and the thread lives on.
 */
export function guarded(work: () => void): void {
  try {
    attempt(work);
  } catch (thrown) {
    if (!isTimeout(thrown)) throw thrown;
    // A busy machine can stop this thread for as long as the limit; an expression that is slow is slow again.
    try {
      attempt(work);
    } catch (again) {
      if (!isTimeout(again)) throw again;
      throw new AppFailure(
        {
          code: 'bad-request',
          message: 'This expression takes too long to match. Make it simpler.',
          detail: { source: 'app', serviceCode: 'ExpressionTooSlow' },
        },
        { cause: again },
      );
    }
  }
}

function attempt(work: () => void): void {
  context.work = work;
  script.runInContext(context, { timeout: LIMIT_MS });
}

/** The error is made in the script's own realm: it is no instance of this realm's `Error`. */
function isTimeout(thrown: unknown): boolean {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
