import type { SubmitFact, SubmitRequest } from '../imports/ports.ts';
import { NotConnected } from './connection.ts';
import { NoAnswer, SUBMIT_TIMEOUT_MS } from './exchange.ts';
import { send, type PixopConnection } from './pixop-call.ts';

/**
 * `POST /v1/videos/in/s3/{inputLocationId}`, once. There is no idempotency key, so this never retries and never
 * judges: it tells what was seen, and promises `not-sent` only where no byte can have left.
 */
export async function submitImport(
  connection: PixopConnection,
  request: SubmitRequest,
  signal: AbortSignal,
): Promise<SubmitFact> {
  const apiKey = await connection.apiKey().catch(() => null);
  if (apiKey === null) return { kind: 'not-sent', reason: 'key-missing', message: 'There is no API key.' };
  const call = {
    method: 'POST',
    path: `/v1/videos/in/s3/${encodeURIComponent(request.inputLocationId)}`,
    query: { fullIngestion: request.fullIngestion, selectTeamId: request.teamId },
    body: request.body,
  } as const;
  try {
    const { status, rate, body } = await send(connection, call, apiKey, SUBMIT_TIMEOUT_MS, signal);
    return { kind: 'answered', status, rate, body };
  } catch (thrown) {
    if (thrown instanceof NotConnected)
      return {
        kind: 'not-sent',
        reason: thrown.reason === 'tls' ? 'tls' : 'offline',
        message: thrown.message,
      };
    if (thrown instanceof NoAnswer)
      return {
        kind: 'no-answer',
        reason: thrown.reason,
        message: thrown.message,
      };
    // Anything unforeseen may have happened after the first byte.
    return {
      kind: 'no-answer',
      reason: 'reset',
      message: thrown instanceof Error ? thrown.message : 'The call failed.',
    };
  }
}
