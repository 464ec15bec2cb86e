import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { S3Control } from './control.ts';
import { faultsSchema } from './faults.ts';
import { listenOnLoopback } from './loopback.ts';

/** The control object for programs that run in another process. */
export interface ControlEndpoint {
  /** `http://127.0.0.1:<port>/_control`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** What a caller did wrong, to be told in the answer. */
class BadCall extends Error {
  override readonly name = 'BadCall';
}

/**
 * Serves a server's control object on a port of its own, so that no object key can be mistaken for a command:
 * `GET faults`, `PATCH faults` with some of them as JSON, `DELETE faults`, `GET log`, `DELETE log`.
 */
export async function startControlEndpoint(control: S3Control, port = 0): Promise<ControlEndpoint> {
  const server = createServer((request, response) => {
    void run(control, request).then(
      (result) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
      },
      (error: unknown) => {
        const status = error instanceof BadCall ? 400 : 500;
        response.writeHead(status, { 'content-type': 'text/plain' }).end(String(error));
      },
    );
  });
  const listening = await listenOnLoopback(server, port);
  return { url: `http://127.0.0.1:${listening.port}/_control`, close: listening.close };
}

async function run(control: S3Control, request: IncomingMessage): Promise<unknown> {
  const { faults, log } = control;
  switch (`${request.method ?? ''} ${request.url ?? ''}`) {
    case 'PATCH /_control/faults':
      Object.assign(faults, readPatch(await text(request)));
      return faults;
    case 'DELETE /_control/faults':
      control.clearFaults();
      return faults;
    case 'GET /_control/faults':
      return faults;
    case 'GET /_control/log':
      return { entries: log.entries(), peakInFlight: log.peakInFlight() };
    case 'DELETE /_control/log':
      log.reset();
      return {};
    default:
      throw new BadCall(`There is no ${request.method ?? ''} ${request.url ?? ''}`);
  }
}

const patchSchema = z.string().transform((body, context): unknown => {
  try {
    return JSON.parse(body);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

function readPatch(body: string): object {
  const parsed = patchSchema.pipe(faultsSchema.partial()).safeParse(body);
  if (!parsed.success) throw new BadCall(z.prettifyError(parsed.error));
  return parsed.data;
}
