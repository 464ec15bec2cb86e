import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Outcome } from '../../../src/main/imports/outcome.ts';
import type { RateReading, SubmitFact } from '../../../src/main/imports/ports.ts';

const videoId = '3f2b0c1e-1111-4111-8111-111111111111';
const rate: RateReading = { limit: 60, remaining: 1, resetInMs: 30_000, retryAfterMs: 17_000 };
const answered = (status: number, body: unknown, headers: RateReading | null = null): SubmitFact => ({
  kind: 'answered',
  status,
  rate: headers,
  body,
});
const said = (statusCode: number, errorCode: string) => ({
  statusCode,
  errorCode,
  message: 'm',
  requestId: 'r',
});
const kindOf = (fact: SubmitFact): Outcome['kind'] => judge(fact).kind;

describe('the outcome of an import call', () => {
  it('is accepted only by a 202 with a video id', () => {
    expect(judge(answered(202, { videoId, upload: {} }))).toEqual({ kind: 'accepted', videoId });
    for (const body of [undefined, {}, { videoId: 'x' }, { videoId: null }, '<html>'])
      expect(kindOf(answered(202, body, rate))).toBe('unknown');
    for (const status of [200, 201, 204]) expect(kindOf(answered(status, { videoId }, rate))).toBe('unknown');
  });

  it('is rejected by Pixop’s own 400 and 404, with its words kept', () => {
    expect(judge(answered(404, said(404, 'KEY_NOT_FOUND')))).toEqual({
      kind: 'rejected',
      error: { code: 'KEY_NOT_FOUND', message: 'm', requestId: 'r', httpStatus: 404 },
    });
    expect(kindOf(answered(400, said(400, 'SOMETHING_NEW')))).toBe('rejected');
    expect(kindOf(answered(404, undefined, rate))).toBe('rejected');
  });

  it.each([
    [401, 'INVALID_API_KEY', 'key-rejected'],
    [401, 'SOMETHING_NEW', 'key-rejected'],
    [403, 'ACCOUNT_LOCKED', 'account'],
    [403, 'SOMETHING_NEW', 'account'],
    [400, 'INSUFFICIENT_PROJECTED_BALANCE_ERROR', 'balance'],
    [404, 'BUCKET_NOT_FOUND', 'location'],
  ])('pauses the run on %i %s instead of failing the import', (status, code, reason) => {
    expect(judge(answered(status, said(status, code)))).toMatchObject({
      kind: 'not-executed',
      because: { wait: 'operator', reason },
    });
  });

  it('waits as long as a 429 says', () => {
    expect(judge(answered(429, said(429, 'TOO_MANY_REQUESTS'), rate))).toMatchObject({
      kind: 'not-executed',
      because: { wait: 'rate-limit', retryAfterMs: 17_000 },
    });
  });

  it('is unknown when somebody else than Pixop answered', () => {
    for (const status of [400, 401, 403, 404, 429]) {
      expect(kindOf(answered(status, undefined))).toBe('unknown');
      expect(kindOf(answered(status, { message: 'proxy' }))).toBe('unknown');
      expect(kindOf(answered(status, said(status + 1, 'KEY_NOT_FOUND')))).toBe('unknown');
    }
  });

  it('is planned again when nothing was sent, and unknown when anything may have been', () => {
    expect(kindOf({ kind: 'not-sent', reason: 'offline', message: '' })).toBe('not-executed');
    expect(kindOf({ kind: 'not-sent', reason: 'tls', message: '' })).toBe('not-executed');
    expect(judge({ kind: 'not-sent', reason: 'key-missing', message: '' })).toMatchObject({
      because: { wait: 'operator', reason: 'key-missing' },
    });
    for (const reason of ['reset', 'timeout', 'aborted', 'oversized'] as const) {
      expect(kindOf({ kind: 'no-answer', reason, message: '' })).toBe('unknown');
    }
  });

  it('never proves anything by a status that Pixop does not document for it', () => {
    const documented = new Set([202, 400, 401, 403, 404, 429]);
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.anything(),
        fc.boolean(),
        (status, body, hasRate) => {
          fc.pre(!documented.has(status));
          expect(kindOf(answered(status, body, hasRate ? rate : null))).toBe('unknown');
          expect(kindOf(answered(status, said(status, 'KEY_NOT_FOUND'), rate))).toBe('unknown');
        },
      ),
    );
  });
});
