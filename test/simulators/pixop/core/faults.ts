import { z } from 'zod';

/**
 * What may become of an import call: `reset` breaks the connection, `error` answers 5xx, `hang` never answers; each
 * before the video is made, after it, or late: the answer first, the video `lateCommitMs` afterwards.
 */
const importFates = [
  'reset-before',
  'reset-after',
  'reset-late',
  'error-before',
  'error-after',
  'error-late',
  'hang-before',
  'hang-after',
] as const;
/** One of {@link importFates}. */
export type ImportFate = (typeof importFates)[number];

/** How often a fault that counts down still strikes. */
const times = z.number().int().min(0).max(1_000_000);
/** Longest delay, milliseconds: ten minutes, well beyond every client deadline. */
const delayMs = z.number().min(0).max(600_000);

/** Everything that can be made to go wrong; a plain value, as {@link Settings} is. */
export const faultsSchema = z.strictObject({
  /** Before every answer. */
  requestDelayMs: delayMs,
  /** The fates of the next import calls, in order. */
  importNext: z.array(z.enum(importFates)).max(1_000_000),
  /** The share of import calls, 0 to 1, that meets each fate. */
  importRates: z.partialRecord(z.enum(importFates), z.number().min(0).max(1)),
  /** How long after its lost answer a late video appears. */
  lateCommitMs: delayMs,
  /** The status of every 5xx made here. */
  errorStatus: z.number().int().min(500).max(599),
  /** The next calls of any kind are answered with `errorStatus`. */
  errorNext: times,
  /** The next connections are reset before an answer. */
  resetNext: times,
  /** The next calls are never answered. */
  hangNext: times,
  /** Every request gets the friendly HTML page of a hotel network, with status 200. */
  captivePortal: z.boolean(),
  /** The next copies fail half-way, once each: their restarts succeed. */
  copyFailNext: times,
  /** Every n-th copy that is begun fails half-way; 0 is never. */
  copyFailEvery: times,
  /** Objects whose key contains one of these fail at every attempt. */
  copyFailKeys: z.array(z.string().min(1).max(1_024)).max(1_000),
  /** The code of a copy failed on purpose. */
  copyFailCode: z.string().min(1).max(200),
  /** The next ingestions fail. */
  ingestionFailNext: times,
  /** The key is no longer valid. */
  isKeyRevoked: z.boolean(),
  isAccountLocked: z.boolean(),
  /** Imports are refused for want of money. */
  isBalanceExhausted: z.boolean(),
  /** 404 comes without the error body, which the contract does not promise for it. */
  isNotFoundBare: z.boolean(),
  /** Answers carry no `X-RateLimit-*` headers. */
  areRateHeadersMissing: z.boolean(),
});
/** See {@link faultsSchema}. */
export type Faults = z.infer<typeof faultsSchema>;

/** A platform without faults. */
export const noFaults = (): Faults => ({
  requestDelayMs: 0,
  importNext: [],
  importRates: {},
  lateCommitMs: 3_000,
  errorStatus: 500,
  errorNext: 0,
  resetNext: 0,
  hangNext: 0,
  captivePortal: false,
  copyFailNext: 0,
  copyFailEvery: 0,
  copyFailKeys: [],
  copyFailCode: 'CHECKSUM_MISMATCH',
  ingestionFailNext: 0,
  isKeyRevoked: false,
  isAccountLocked: false,
  isBalanceExhausted: false,
  isNotFoundBare: false,
  areRateHeadersMissing: false,
});

/** The faults that strike a number of times and are then over. */
type CountedFault = 'errorNext' | 'resetNext' | 'hangNext' | 'copyFailNext' | 'ingestionFailNext';

/** Uses up one strike of a counted fault, if any is left. */
export function strikes(faults: Faults, name: CountedFault): boolean {
  if (faults[name] === 0) return false;
  faults[name] -= 1;
  return true;
}

/** What becomes of one import call: the planned fate first, then chance; null is success. */
export function drawFate(faults: Faults, random: () => number): ImportFate | null {
  const planned = faults.importNext.shift();
  if (planned !== undefined) return planned;
  let left = random();
  for (const fate of importFates) {
    left -= faults.importRates[fate] ?? 0;
    if (left < 0) return fate;
  }
  return null;
}
