import type { z } from 'zod';
import { AppFailure, type AppError } from '../../shared/errors.ts';
import type { Milliseconds } from '../../shared/units.ts';
import type { ProxyFor } from '../platform/proxy-rule.ts';
import type { RateReading } from '../imports/ports.ts';
import { parseJson, parseJsonWithout } from './answer-json.ts';
import { CALL_TIMEOUT_MS, exchange, type HttpRequest } from './exchange.ts';
import { NotConnected } from './connection.ts';
import { readRate } from './rate-headers.ts';
import { errorOfAnswer, failureOfTransport, isPixopError, malformed } from './to-app-error.ts';

/** What every call to one Pixop environment needs. */
export interface PixopConnection {
  /** Such as `https://api.pixop.com/api`. */
  readonly baseUrl: string;
  /** Asked for with each call, so that a replaced key is used at once; null while there is none. */
  readonly apiKey: () => Promise<string | null>;
  /** The proxy that the system wants used for an address; without it every call goes directly. */
  readonly proxyFor?: ProxyFor;
  readonly onRate: (reading: RateReading) => void;
  /** Told when Pixop itself refused a key, and which one: another may have replaced it meanwhile. */
  readonly onKeyRejected: (apiKey: string, error: AppError) => void;
}

/** An answer, its JSON parsed and, where it is an error, cleared of the secrets that its request carried. */
export interface PixopAnswer {
  readonly status: number;
  readonly rate: RateReading | null;
  /** Undefined when there was no body, or one that is no JSON. */
  readonly body: unknown;
  readonly isEmpty: boolean;
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
  /** Secrets in the body, which an error may repeat. */
  readonly secrets?: readonly string[];
}

/** Sends a call once; rejects as `exchange` does, and with nothing else. */
export async function send(
  connection: PixopConnection,
  call: PixopCall,
  apiKey: string,
  timeoutMs: Milliseconds,
  signal: AbortSignal,
): Promise<PixopAnswer> {
  const url = urlOf(connection, call);
  const proxy = await proxyOf(connection, url);
  const request = requestOf(url, call, apiKey, timeoutMs, proxy);
  const { status, headers, text } = await exchange(request, signal);
  const rate = readRate(status, headers);
  if (rate !== null) connection.onRate(rate);
  const secrets = [apiKey, ...(call.secrets ?? [])];
  const body = status < 300 ? parseJson(secrets, text) : parseJsonWithout(secrets, text);
  const answer = { status, rate, body, isEmpty: text === '' };
  // A proxy's 401 says nothing about the key.
  if (status === 401 && isPixopError(answer)) connection.onKeyRejected(apiKey, errorOfAnswer(answer));
  return answer;
}

/** A way that cannot be found out leaves the request unsent, as one that cannot be taken does. */
async function proxyOf({ proxyFor }: PixopConnection, url: URL): Promise<string | null> {
  try {
    return (await proxyFor?.(url.href)) ?? null;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The proxy could not be found out.';
    throw new NotConnected('proxy', message, { cause: error });
  }
}

function urlOf({ baseUrl }: PixopConnection, { path, query = {} }: PixopCall): URL {
  const url = new URL(baseUrl.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    if (value !== null) url.searchParams.set(name, String(value));
  }
  return url;
}

/** Builds the request of a call. The key goes into a header of this one host, and nowhere else. */
function requestOf(
  url: URL,
  call: PixopCall,
  apiKey: string,
  timeoutMs: Milliseconds,
  proxy: string | null,
): HttpRequest {
  return {
    method: call.method,
    url,
    headers: { 'x-api-key': apiKey, accept: 'application/json', 'content-type': 'application/json' },
    body: call.body === undefined ? null : JSON.stringify(call.body),
    timeoutMs,
    proxy,
  };
}

/** Makes a call whose answer is wanted whatever its status below 300; anything else rejects with `AppFailure`. */
export async function callPixop(
  connection: PixopConnection,
  call: PixopCall,
  signal: AbortSignal,
): Promise<PixopAnswer> {
  const apiKey = await connection.apiKey();
  if (apiKey === null) {
    throw new AppFailure({
      code: 'unauthorised',
      message: 'There is no API key.',
      detail: { source: 'pixop', serviceCode: 'MISSING_API_KEY' },
    });
  }
  const answer = await send(connection, call, apiKey, CALL_TIMEOUT_MS, signal).catch((thrown: unknown) => {
    throw failureOfTransport(thrown);
  });
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
  const { body } = await callPixop(connection, call, signal);
  const parsed = wire.safeParse(body);
  if (!parsed.success) throw malformed(`${call.method} ${call.path}`);
  return parsed.data;
}

/** Makes a call that is answered by nothing: a page of a proxy in its place must not look like success. */
export async function tellPixop(
  connection: PixopConnection,
  call: PixopCall,
  signal: AbortSignal,
): Promise<void> {
  const { isEmpty } = await callPixop(connection, call, signal);
  if (!isEmpty) throw malformed(`${call.method} ${call.path}`);
}
