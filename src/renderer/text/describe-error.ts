import type { AppError } from '../../shared/errors.ts';
import { errorCodes } from '../../shared/errors.ts';
import type { JobError } from '../../shared/imports.ts';
import { actionOf, situationOf, type ErrorAction } from './error-situation.ts';
import { displayKey } from './display-key.ts';
import type { ErrorFacts } from './error-words.ts';
import type { Format } from './format.ts';
import type { Text } from './text.ts';

/** An error as people read it: what happened, why, and what to do next. */
export interface DescribedError {
  readonly title: string;
  readonly explanation: string;
  readonly nextStep: string;
  /** The button that takes the next step, when the app has one. */
  readonly action: ErrorAction | null;
  /** A command for a terminal, when that is the next step. */
  readonly command: string | null;
  /** What the service said, in its own words as they may be shown, where this app's words do not say it all. */
  readonly verbatim: readonly string[];
  /** The service's code and request id for support; null when there is neither. */
  readonly reference: string | null;
}

/** What the screen knows around the error. */
export interface ErrorContext {
  /** AWS profile in use, for the sign-in command. */
  readonly profile?: string;
  readonly bucket?: string;
}

/** Turns an error into a title, an explanation and a next step; services' unknown codes are shown as they are. */
export function describeError(
  error: AppError,
  text: Text,
  format: Format,
  context: ErrorContext = {},
): DescribedError {
  const situation = situationOf(error);
  const words = text.errors.situations[situation];
  const facts: ErrorFacts = {
    profile: context.profile ?? null,
    bucket: context.bucket ?? null,
    permission: error.detail?.missingAction ?? null,
    wait: error.retryAfterMs === undefined ? null : format.duration(error.retryAfterMs),
  };
  const say = (part: string | ((facts: ErrorFacts) => string)): string =>
    typeof part === 'string' ? part : part(facts);
  const { serviceCode, requestId, validationErrors = [] } = error.detail ?? {};
  return {
    title: say(words.title),
    explanation: say(words.explanation),
    nextStep: say(words.nextStep),
    action: actionOf(situation),
    command: situation === 'sso-expired' ? ssoCommand(facts.profile) : null,
    verbatim: [
      ...(situation === 'refused' || situation === 'internal' ? [error.message] : []),
      ...validationErrors.map(({ field, message }) => `${field}: ${message}`),
    ].map(displayKey),
    reference: joined([
      serviceCode && displayKey(serviceCode),
      requestId && text.errors.requestId(displayKey(requestId)),
    ]),
  };
}

/** The same for a row of the queue, whose code is Pixop's or one of this app's. */
export function describeJobError(error: JobError, text: Text, format: Format): DescribedError {
  const own = errorCodes.find((code) => code === error.code);
  const appError: AppError = {
    code: own ?? 'bad-request',
    message: error.message,
    detail: {
      source: 'pixop',
      ...(own === undefined ? { serviceCode: error.code } : {}),
      ...(error.requestId === null ? {} : { requestId: error.requestId }),
      ...(error.httpStatus === null ? {} : { httpStatus: error.httpStatus }),
    },
  };
  const described = describeError(appError, text, format);
  // A code of tomorrow is for those to explain who made it.
  return situationOf(appError) === 'refused' ? { ...described, action: 'open-support' } : described;
}

const joined = (parts: readonly (string | null | undefined)[]): string | null =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ') || null;

/** Names that need no quoting in any shell; any other is left for the person to fill in. */
const PLAIN_NAME = /^[\w.@:+-]+$/;

/** The command that renews a single sign-on session, safe to paste into a shell. */
function ssoCommand(profile: string | null): string {
  if (profile === null) return 'aws sso login';
  return PLAIN_NAME.test(profile) ? `aws sso login --profile ${profile}` : 'aws sso login --profile "…"';
}
