import type { Outcome } from '../../../src/main/imports/outcome.ts';
import type { AnswerCase, BodyShape } from './cases.ts';

/** Shapes that never arrive whole. */
const neverWhole: readonly BodyShape[] = ['cut', 'huge'];

/** Codes that speak against key, account, balance or location: nothing is wrong with the object. */
const againstTheRun: readonly string[] = [
  'MISSING_API_KEY',
  'INVALID_API_KEY',
  'INVALID_CREDENTIALS',
  'ACCOUNT_LOCKED',
  'ACCOUNT_DISABLED',
  'ACCOUNT_EXPIRED',
  'DEFAULT_TEAM_NOT_API_ENABLED',
  'ACCESS_DENIED',
  'FORBIDDEN',
  'TEAM_NOT_FOUND',
  'INSUFFICIENT_PROJECTED_BALANCE_ERROR',
  'BUCKET_NOT_FOUND',
  'HEAD_BUCKET_ERROR',
];

/** HTTP gives these no body, whatever the server writes. */
const bodiless: readonly number[] = [204, 205, 304];

/**
 * What an answer has to be taken for, written from the rules and not from the code: only what is proven to have made no
 * video may be sent again, everything else waits for a look at Pixop's list.
 */
export function expectedKind({ status, errorCode, shape, hasRateHeaders }: AnswerCase): Outcome['kind'] {
  const isWhole = bodiless.includes(status) || !neverWhole.includes(shape);
  if (!isWhole) return 'unknown';
  if (status === 202) return shape === 'documented' ? 'accepted' : 'unknown';
  const isPixop = hasRateHeaders || (shape === 'documented' && !bodiless.includes(status));
  if (!isPixop) return 'unknown';
  const isSaid = shape === 'documented';
  switch (status) {
    case 429:
    case 401:
    case 403:
      return 'not-executed';
    case 400:
    case 404:
      return isSaid && againstTheRun.includes(errorCode) ? 'not-executed' : 'rejected';
    default:
      return 'unknown';
  }
}
