import type { AppError } from '../../shared/errors.ts';
import type { JobError, PauseReason } from '../../shared/imports.ts';

/** Like failures in a row after which the run pauses. */
const MAX_ALIKE = 3;

/** Why nothing is sent. */
export interface Pause {
  readonly reason: PauseReason;
  readonly message: string;
  readonly error: AppError | null;
}

/** Pauses a run that goes wrong the same way again and again, instead of failing thousands of imports in seconds. */
export class Breaker {
  #code: string | null = null;
  #alike = 0;
  /** Codes that the operator has seen and chosen to go on with. */
  readonly #accepted = new Set<string>();

  /** Something was refused; answers the pause it is time for. */
  failed(error: JobError): Pause | null {
    this.#alike = error.code === this.#code ? this.#alike + 1 : 1;
    this.#code = error.code;
    if (this.#alike < MAX_ALIKE || this.#accepted.has(error.code)) return null;
    return {
      reason: 'repeated-failures',
      message: `${MAX_ALIKE} imports in a row ended with ${error.code}: ${error.message}`,
      error: asAppError(error),
    };
  }

  succeeded(): void {
    this.#alike = 0;
    this.#code = null;
  }

  /** The operator goes on: the same failure does not stop the run again. */
  accept(): void {
    if (this.#code !== null && this.#alike >= MAX_ALIKE) this.#accepted.add(this.#code);
    this.succeeded();
  }
}

/** An import's error as screens and logs know errors. */
export function asAppError(error: JobError): AppError {
  const code =
    error.httpStatus === 401
      ? 'unauthorised'
      : error.httpStatus === 403
        ? 'forbidden'
        : error.httpStatus === 404
          ? 'not-found'
          : error.httpStatus === 400
            ? 'bad-request'
            : 'upstream';
  return {
    code,
    message: error.message,
    detail: {
      source: 'pixop',
      serviceCode: error.code,
      ...(error.httpStatus === null ? {} : { httpStatus: error.httpStatus }),
      ...(error.requestId === null ? {} : { requestId: error.requestId }),
    },
  };
}

/** The pause that a refused read asks for: the key, or the account behind it. */
export function pauseOfError(error: AppError): Pause {
  const isMissing = error.detail?.serviceCode === 'MISSING_API_KEY';
  const keyReason = isMissing ? 'key-missing' : 'key-rejected';
  return { reason: error.code === 'unauthorised' ? keyReason : 'account', message: error.message, error };
}
