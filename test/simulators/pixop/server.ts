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
  /** Opens the platform to one more person, who has teams, locations, videos, faults and a rate limit apart from the others'. */
  readonly addAccount: (person: WorldOptions['person'], seed: (world: PixopWorld) => void) => PixopControl;
  /** Stops copying, ends every connection, answered or not, and gives the port back. */
  readonly close: () => Promise<void>;
}

interface Account {
  readonly world: PixopWorld;
  readonly control: PixopControl;
  readonly exchange: ReturnType<typeof createExchange>;
}

function createAccount(
  { s3Url, settings: given, random, person, seed }: PixopServerOptions,
  reader: S3Reader,
  log: RequestLog,
): Account {
  const settings = { ...defaultSettings(), ...given };
  const endpoints = new Map<string, string>();
  const accessOf = ({ id, bucket, accessKey, secretAccessKey }: Location): S3Access => ({
    bucket,
    accessKey,
    secretAccessKey,
    endpoint: endpoints.get(id) ?? s3Url,
  });
  const world: PixopWorld = new PixopWorld({
    clock: systemClock,
    random: random ?? Math.random,
    person,
    settings,
    copier: createRealCopier(
      reader,
      (locationId) => accessOf(world.directory.location(locationId)),
      settings,
    ),
  });
  seed(world);
  return {
    world,
    control: createControl(world, log, endpoints),
    exchange: createExchange(
      world,
      ({ location, request }, signal) => lookAtObject(reader, accessOf(location), request.objectKey, signal),
      log,
    ),
  };
}

/** Starts a Pixop on loopback that keeps to the contract, really copies from S3, and fails on command. */
export async function startPixopServer(options: PixopServerOptions): Promise<PixopServer> {
  const reader = new S3Reader();
  const log = new RequestLog();
  const accounts = new Map<string, Account>();
  const openAccount = (person: WorldOptions['person'], seed: (world: PixopWorld) => void): Account => {
    const account = createAccount({ ...options, person, seed }, reader, log);
    accounts.set(person.apiKey, account);
    return account;
  };
  const { world, control, exchange } = openAccount(options.person, options.seed);

  const controlToken = options.controlToken ?? randomUUID();
  const serveControl = createControlEndpoint(control, controlToken);
  const server = createServer((request, response) => {
    const isControl = request.url?.startsWith(`${CONTROL_PATH}/`) === true;
    // A key of nobody's is refused by the first account.
    const asked = accounts.get(String(request.headers['x-api-key']))?.exchange ?? exchange;
    void (isControl ? serveControl(request, response) : asked(request, response));
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
    addAccount: (person, seed) => openAccount(person, seed).control,
    async close() {
      for (const account of accounts.values()) account.world.stop();
      reader.close();
      await close();
    },
  };
}
