import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { PixopControl } from './control.ts';
import { faultsSchema } from './core/faults.ts';
import { settingsSchema } from './core/settings.ts';

/** Where the control endpoint lies; no path of the contract begins so. */
export const CONTROL_PATH = '/_control';

/** What a caller did wrong, to be told in the answer. */
class BadCall extends Error {
  override readonly name = 'BadCall';
}

/**
 * The control object for programs in another process, guarded by a bearer token: `GET`, `PATCH` and `DELETE faults`,
 * `GET` and `PATCH settings`, `GET ledger`, `GET` and `DELETE log`.
 */
export function createControlEndpoint(
  control: PixopControl,
  token: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async function serve(request, response) {
    if (!isToken(token, request.headers.authorization)) {
      response.writeHead(403, { 'content-type': 'text/plain' }).end('Wrong control token');
      return;
    }
    try {
      const result = run(control, request.method ?? '', request.url ?? '', await text(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    } catch (error) {
      if (!(error instanceof BadCall)) throw error;
      response.writeHead(400, { 'content-type': 'text/plain' }).end(error.message);
    }
  };
}

function run(control: PixopControl, method: string, url: string, body: string): unknown {
  const { faults, settings, log, world } = control;
  switch (`${method} ${url.slice(CONTROL_PATH.length)}`) {
    case 'GET /faults':
      return faults;
    case 'PATCH /faults':
      return Object.assign(faults, read(faultsSchema.partial(), body));
    case 'DELETE /faults':
      control.clearFaults();
      return faults;
    case 'GET /settings':
      return settings;
    case 'PATCH /settings':
      return Object.assign(settings, read(settingsSchema.partial(), body));
    case 'GET /ledger':
      return { totals: world.ledger.totals(), entries: world.ledger.entries() };
    case 'GET /log':
      return { entries: log.entries() };
    case 'DELETE /log':
      log.reset();
      return {};
    default:
      throw new BadCall(`There is no ${method} ${url}`);
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> {
  const parsed = z.string().transform(jsonOf).pipe(schema).safeParse(body);
  if (!parsed.success) throw new BadCall(z.prettifyError(parsed.error));
  return parsed.data;
}

function jsonOf(body: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
}

function isToken(token: string, header: string | undefined): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}
