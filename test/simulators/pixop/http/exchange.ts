import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { strikes } from '../core/faults.ts';
import { notFound, PixopError } from '../core/pixop-error.ts';
import type { RateAnswer } from '../core/rate-window.ts';
import type { PixopWorld } from '../core/world.ts';
import { errorBody } from './error-body.ts';
import { importVideo, LostAnswer, type Look } from './import-route.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import { routes, type RouteAnswer, type RoutedRequest } from './routes.ts';

/** The base path of the contract's servers. */
export const BASE_PATH = '/api';

const PORTAL =
  '<!DOCTYPE html><html><head><title>Welcome to Hotel Wi-Fi</title></head><body>Please accept our terms.</body></html>';

const IMPORT = 'POST /v1/videos/in/s3/*';

/** Makes the function that takes one request from arrival to the last byte of its answer, faults included. */
export function createExchange(
  world: PixopWorld,
  look: Look,
  log: RequestLog,
): (message: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { faults } = world;

  return async function exchange(message, response) {
    const gone = new AbortController();
    // Also when the server closes: that ends every connection.
    response.once('close', () => gone.abort());
    const { signal } = gone;
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    const entry = log.begin(message.method ?? '', url.pathname);
    try {
      const body = await text(message);
      if (faults.requestDelayMs > 0) await delay(faults.requestDelayMs, undefined, { signal });
      if (strikes(faults, 'hangNext')) throw new LostAnswer('hang');
      if (strikes(faults, 'resetNext')) throw new LostAnswer('reset');
      if (faults.captivePortal) {
        entry.status = 200;
        response.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
        return;
      }
      await answer(message, response, { url, body }, entry, signal);
    } catch (error) {
      if (error instanceof LostAnswer) {
        if (error.how === 'reset') message.socket.resetAndDestroy();
        return;
      }
      if (signal.aborted) return;
      console.error(error);
      response.destroy();
    }
  };

  async function answer(
    message: IncomingMessage,
    response: ServerResponse,
    asked: { readonly url: URL; readonly body: string },
    entry: LoggedRequest,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const key = message.headers['x-api-key'];
      const rate = world.admit(typeof key === 'string' ? key : null);
      if (!rate.isAllowed)
        throw new PixopError(429, 'TOO_MANY_REQUESTS', 'Too many requests. Please try again later.');
      if (strikes(faults, 'errorNext'))
        throw new PixopError(faults.errorStatus, 'INTERNAL_SERVER_ERROR', 'Something went wrong');
      const { status, body } = await perform(message.method ?? '', asked, signal);
      entry.status = status;
      write(response, status, rateHeaders(rate), body);
    } catch (error) {
      if (!(error instanceof PixopError)) throw error;
      entry.status = error.status;
      entry.errorCode = error.code;
      const rate = world.rate.peek(world.clock.now());
      const isBare = error.status === 404 && faults.isNotFoundBare;
      const body = isBare ? null : errorBody(error, asked.url.pathname, world);
      write(response, error.status, { ...rateHeaders(rate), ...headersOf(error, rate) }, body);
    }
  }

  function perform(
    method: string,
    { url, body }: { readonly url: URL; readonly body: string },
    signal: AbortSignal,
  ): Promise<RouteAnswer> | RouteAnswer {
    const { name, id } = routeOf(method, url.pathname);
    const request: RoutedRequest = { id, query: url.searchParams, body };
    if (name === IMPORT) return importVideo(world, look, request, signal);
    const route = routes[name];
    if (route === undefined) throw notFound('Resource');
    return route(world, request);
  }

  function rateHeaders(rate: RateAnswer): OutgoingHttpHeaders {
    if (faults.areRateHeadersMissing) return {};
    return {
      'X-RateLimit-Limit': rate.limit,
      'X-RateLimit-Remaining': rate.remaining,
      'X-RateLimit-Reset': rate.resetSeconds,
    };
  }

  function headersOf({ status }: PixopError, rate: RateAnswer): OutgoingHttpHeaders {
    if (status === 401) return { 'WWW-Authenticate': 'X-API-Key' };
    if (status === 429 && !faults.areRateHeadersMissing)
      return { 'X-RateLimit-Retry-After': rate.resetSeconds };
    return {};
  }
}

/** Which operation a path means: its one variable part becomes `*`. */
function routeOf(method: string, pathname: string): { readonly name: string; readonly id: string } {
  const path = pathname.startsWith(`${BASE_PATH}/`) ? pathname.slice(BASE_PATH.length) : '';
  const match =
    /^(\/v1\/videos\/in\/s3)\/([^/]+)()$/.exec(path) ??
    /^(\/v1\/input-locations\/s3)\/([^/]+)()$/.exec(path) ??
    /^(\/v1\/videos)\/([^/]+)(|\/in\/status|\/in\/restart|\/in\/abandon)$/.exec(path);
  if (match === null) return { name: `${method} ${path}`, id: '' };
  const [, before = '', id = '', after = ''] = match;
  return { name: `${method} ${before}/*${after}`, id: decodeURIComponent(id) };
}

function write(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: object | null,
): void {
  if (body === null) {
    response.writeHead(status, status === 204 ? headers : { ...headers, 'content-length': 0 }).end();
    return;
  }
  const bytes = Buffer.from(JSON.stringify(body));
  response
    .writeHead(status, {
      ...headers,
      'content-type': 'application/json',
      'content-length': bytes.byteLength,
    })
    .end(bytes);
}
