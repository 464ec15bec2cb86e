import { z } from 'zod';

/** How often a fault that counts down still strikes. */
const times = z.number().int().min(0).max(1_000_000);
/** Longest delay, milliseconds: ten minutes, well beyond every client deadline. */
const delayMs = z.number().min(0).max(600_000);

/** Everything that can be made to go wrong; a plain value, so that tests assign fields and the control endpoint patches them. */
export const faultsSchema = z.strictObject({
  /** Before every answer. */
  requestDelayMs: delayMs,
  /** Before every page of a listing, on top of the other. */
  pageDelayMs: delayMs,
  /** The next requests get 503 SlowDown. */
  slowDownNext: times,
  /** This share of all requests, 0 to 1, gets 503 SlowDown. */
  slowDownRate: z.number().min(0).max(1),
  /** The next requests get 500 InternalError. */
  internalErrorNext: times,
  /** The next requests get no answer until the client gives up. */
  hangNext: times,
  /** The next connections are reset before an answer. */
  resetNext: times,
  /** The next answers with a body break off half-way: fewer bytes than `content-length` says. */
  cutConnectionNext: times,
  /** The next answers with a body are half as long, with a `content-length` to match: only the content shows it. */
  cutBodyNext: times,
  /** Every request gets the friendly HTML page of a hotel network, with status 200. */
  captivePortal: z.boolean(),
  /** Listings with a prefix that begins with one of these are refused. */
  deniedPrefixes: z.array(z.string().max(1_024)).max(1_000),
  /** A truncated page hands out the token it was asked for with: a client that trusts it reads one page for ever. */
  repeatToken: z.boolean(),
  /** A truncated page hands out no token. */
  omitToken: z.boolean(),
  /** `start-after` has no effect, as with some S3-compatible gateways. */
  ignoreStartAfter: z.boolean(),
  /** What AWS does, or what Ceph does, when `start-after` lies inside a rolled-up folder. */
  startAfterInFolder: z.enum(['shows-folder', 'skips-folder']),
  /** Astral characters come as numeric references. */
  astralReferences: z.boolean(),
});
/** See {@link faultsSchema}. */
export type Faults = z.infer<typeof faultsSchema>;

/** The faults that strike a number of times and are then over. */
type CountedFault = { [Name in keyof Faults]: Name extends `${string}Next` ? Name : never }[keyof Faults];

/** A server without faults, behaving like AWS. */
export function noFaults(): Faults {
  return {
    requestDelayMs: 0,
    pageDelayMs: 0,
    slowDownNext: 0,
    slowDownRate: 0,
    internalErrorNext: 0,
    hangNext: 0,
    resetNext: 0,
    cutConnectionNext: 0,
    cutBodyNext: 0,
    captivePortal: false,
    deniedPrefixes: [],
    repeatToken: false,
    omitToken: false,
    ignoreStartAfter: false,
    startAfterInFolder: 'shows-folder',
    astralReferences: false,
  };
}

/** Uses up one strike of a counted fault, if any is left. */
export function strikes(faults: Faults, name: CountedFault): boolean {
  if (faults[name] === 0) return false;
  faults[name] -= 1;
  return true;
}
