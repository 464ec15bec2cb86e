import type { ErrorCode } from '../../shared/errors.ts';
import { SECOND, type Milliseconds } from '../../shared/units.ts';

/** Attempts of one request, the first included. Reading is idempotent, so this only bounds the wait. */
const MAX_ATTEMPTS = 6;
/** An unreachable server is reported sooner than a busy one: the operator can do something about it. */
const MAX_ATTEMPTS_OFFLINE = 3;
const FIRST_BACKOFF_MS: Milliseconds = 100;
const LONGEST_BACKOFF_MS: Milliseconds = 10 * SECOND;

const ATTEMPTS: Partial<Record<ErrorCode, number>> = {
  'rate-limited': MAX_ATTEMPTS,
  upstream: MAX_ATTEMPTS,
  timeout: 2,
  offline: MAX_ATTEMPTS_OFFLINE,
};

/**
 * How long to wait before the next attempt, or null to give up. Exponential with full jitter, so that lanes that
 * were slowed down together do not come back together.
 */
export function backoffMs(
  code: ErrorCode,
  attempt: number,
  random: () => number,
  retryAfterMs: Milliseconds | null,
): Milliseconds | null {
  if (attempt >= (ATTEMPTS[code] ?? 1)) return null;
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
  return Math.max(retryAfterMs ?? 0, Math.round(ceiling * (0.5 + random() / 2)));
}
