import type { z } from 'zod';
import { AppFailure } from '../../shared/errors.ts';
import type { RateReading } from '../imports/ports.ts';
import { CALL_TIMEOUT_MS, exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { readRate } from './rate-headers.ts';
import { errorOfAnswer, failureOfTransport, malformed, parseJson } from './to-app-error.ts';

/** What every call to one Pixop environment needs. */
export interface PixopConnection {
  /** Such as `https://api.pixop.com/api`. */
  readonly baseUrl: string;
  /** Asked for with each call, so that a replaced key is used at once; null while there is none. */
  readonly apiKey: () => Promise<string | null>;
  readonly onRate: (reading: RateReading) => void;
}

/** A call's query; null leaves a parameter out. */
export type Query = Readonly<Record<string, string | number | boolean | null>>;

/** One call in the words of the contract. */
export interface PixopCall {
  readonly method: HttpRequest['method'];
  /** Path below the base URL, its variable parts already encoded. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
}

/** Builds the request of a call. The key goes into a header of this one host, and nowhere else. */
export function requestOf(
  connection: PixopConnection,
  call: PixopCall,
  apiKey: string,
  timeoutMs: number,
): HttpRequest {
  const url = new URL(connection.baseUrl.replace(/\/$/, '') + call.path);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== null) url.searchParams.set(name, String(value));
  }
  return {
    method: call.method,
    url,
    headers: { 'x-api-key': apiKey, accept: 'application/json', 'content-type': 'application/json' },
    body: call.body === undefined ? null : JSON.stringify(call.body),
    timeoutMs,
  };
}

/** Makes a call whose answer is wanted whatever its status below 300; anything else rejects with `AppFailure`. */
export async function callPixop(
  connection: PixopConnection,
  call: PixopCall,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  const apiKey = await connection.apiKey();
  if (apiKey === null) {
    throw new AppFailure({
      code: 'unauthorised',
      message: 'There is no API key.',
      detail: { source: 'pixop', serviceCode: 'MISSING_API_KEY' },
    });
  }
  const answer = await exchange(requestOf(connection, call, apiKey, CALL_TIMEOUT_MS), signal).catch(
    (thrown: unknown) => {
      throw failureOfTransport(thrown);
    },
  );
  const rate = readRate(answer.status, answer.headers);
  if (rate !== null) connection.onRate(rate);
  if (answer.status >= 300 && answer.status < 400) throw malformed(`${call.method} ${call.path}`);
  if (answer.status < 200 || answer.status >= 400) throw new AppFailure(errorOfAnswer(answer));
  return answer;
}

/** Makes a call and parses its answer; a body of another form is an error, never an empty answer. */
export async function readPixop<Wire extends z.ZodType>(
  connection: PixopConnection,
  call: PixopCall,
  wire: Wire,
  signal: AbortSignal,
): Promise<z.output<Wire>> {
  const answer = await callPixop(connection, call, signal);
  const parsed = wire.safeParse(parseJson(answer.text));
  if (!parsed.success) throw malformed(`${call.method} ${call.path}`);
  return parsed.data;
}
