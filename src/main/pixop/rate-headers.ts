import type { IncomingHttpHeaders } from 'node:http';
import { SECOND } from '../../shared/units.ts';
import type { RateReading } from '../imports/ports.ts';

/** Longest wait that a header is believed, seconds; the window is one minute, so more is a fault. */
const MAX_SECONDS = 300;

/** Reads Pixop's `X-RateLimit-*` headers (openapi.json#/components/headers), or null where they are absent or no numbers. */
export function readRate(status: number, headers: IncomingHttpHeaders): RateReading | null {
  const limit = numberOf(headers['x-ratelimit-limit']);
  const remaining = numberOf(headers['x-ratelimit-remaining']);
  const reset = numberOf(headers['x-ratelimit-reset']);
  if (limit === null || remaining === null || reset === null || limit < 1) return null;
  const retryAfter = status === 429 ? numberOf(headers['x-ratelimit-retry-after']) : null;
  return {
    limit,
    remaining: Math.max(0, remaining),
    resetInMs: Math.min(MAX_SECONDS, reset) * SECOND,
    retryAfterMs: retryAfter === null ? null : Math.min(MAX_SECONDS, Math.max(1, retryAfter)) * SECOND,
  };
}

function numberOf(header: string | readonly string[] | undefined): number | null {
  if (typeof header !== 'string' || !/^\d{1,9}$/.test(header.trim())) return null;
  return Number(header);
}
