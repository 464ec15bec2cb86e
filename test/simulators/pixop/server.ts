import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { listenOnLoopback } from '../s3/loopback.ts';
import { CONTROL_PATH, createControlEndpoint } from './control-endpoint.ts';
import { createControl, type PixopControl } from './control.ts';
import { lookAtObject } from './copying/look-at-object.ts';
import { createRealCopier } from './copying/real-copier.ts';
import { S3Reader, type S3Access } from './copying/s3-reader.ts';
import type { Location } from './core/directory.ts';
import type { Ledger } from './core/ledger.ts';
import { defaultSettings, type Settings } from './core/settings.ts';
import { PixopWorld, type WorldOptions } from './core/world.ts';
import { BASE_PATH, createExchange } from './http/exchange.ts';
import { RequestLog } from './http/request-log.ts';

/** What a platform needs to be told at its start. */
export interface PixopServerOptions {
  /** Where buckets live, `http://127.0.0.1:<port>`; a location may be given another with `control.setEndpoint`. */
  readonly s3Url: string;
  readonly person: WorldOptions['person'];
  /** Enters teams, projects and locations. */
  readonly seed: (world: PixopWorld) => void;
  readonly settings?: Partial<Settings>;
  /** Default 0: any free one. */
  readonly port?: number;
  /** What guards the control endpoint. Default: random. */
  readonly controlToken?: string;
  readonly random?: () => number;
}

/** A running server. */
export interface PixopServer {
  /** `http://127.0.0.1:<port>/api`: the base URL for clients. */
  readonly url: string;
  readonly port: number;
  readonly control: PixopControl;
  /** `http://127.0.0.1:<port>/_control`, for other processes, with `authorization: Bearer <controlToken>`. */
  readonly controlUrl: string;
  readonly controlToken: string;
  readonly ledger: Ledger;
  /** Stops copying, ends every connection, answered or not, and gives the port back. */
  readonly close: () => Promise<void>;
}

/** Starts a Pixop on loopback that keeps to the contract, really copies from S3, and fails on command. */
export async function startPixopServer(options: PixopServerOptions): Promise<PixopServer> {
  const settings = { ...defaultSettings(), ...options.settings };
  const endpoints = new Map<string, string>();
  const reader = new S3Reader();
  const accessOf = ({ id, bucket, accessKey, secretAccessKey }: Location): S3Access => ({
    bucket,
    accessKey,
    secretAccessKey,
    endpoint: endpoints.get(id) ?? options.s3Url,
  });
  const world: PixopWorld = new PixopWorld({
    clock: systemClock,
    random: options.random ?? Math.random,
    person: options.person,
    settings,
    copier: createRealCopier(
      reader,
      (locationId) => accessOf(world.directory.location(locationId)),
      settings,
    ),
  });
  options.seed(world);

  const log = new RequestLog();
  const control = createControl(world, log, endpoints);
  const controlToken = options.controlToken ?? randomUUID();
  const serveControl = createControlEndpoint(control, controlToken);
  const exchange = createExchange(
    world,
    ({ location, request }, signal) => lookAtObject(reader, accessOf(location), request.objectKey, signal),
    log,
  );
  const server = createServer((request, response) => {
    const isControl = request.url?.startsWith(`${CONTROL_PATH}/`) === true;
    void (isControl ? serveControl(request, response) : exchange(request, response));
  });
  const { port, close } = await listenOnLoopback(server, options.port ?? 0);
  const origin = `http://127.0.0.1:${port}`;
  return {
    url: `${origin}${BASE_PATH}`,
    port,
    control,
    controlUrl: `${origin}${CONTROL_PATH}`,
    controlToken,
    ledger: world.ledger,
    async close() {
      world.stop();
      reader.close();
      await close();
    },
  };
}
