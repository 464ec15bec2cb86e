import type { RequestName } from '../../shared/contract.ts';
import { MANIFEST_CHARACTERS } from '../../shared/manifests.ts';
import { KIB, MIB } from '../../shared/units.ts';

/** Cap of an ordinary call's input, in characters and fields together. Largest honest one: a batch's settings, under 4 KiB. */
const DEFAULT_CAP = 64 * KIB;
/** Cap of calls that name up to 50,000 jobs by ids of up to 64 characters. */
const TARGET_CAP = 4 * MIB;

const largeInputs: ReadonlySet<RequestName> = new Set<RequestName>([
  'queue.retry',
  'queue.restart',
  'queue.abandon',
  'queue.decide',
  'queue.remove',
  'queue.move',
]);

/** The cap of one call's input, in the unit of {@link payloadProblem}. */
export function maxPayloadSize(name: RequestName): number {
  if (name === 'manifests.read') return MANIFEST_CHARACTERS + DEFAULT_CAP;
  return largeInputs.has(name) ? TARGET_CAP : DEFAULT_CAP;
}

/**
 * What is wrong with a payload as a whole, or null. It may be plain data only (a `Date` or `Map` would pass for an
 * object without fields), and its size is roughly the characters of its text plus eight for every other value. Stops
 * once `cap` is passed, so that a hostile payload costs no more than an honest one.
 */
export function payloadProblem(payload: unknown, cap: number): 'too large' | 'not plain data' | null {
  let size = 0;
  const open: unknown[] = [payload];
  while (open.length > 0) {
    const value = open.pop();
    size += 8;
    if (typeof value === 'string') size += value.length;
    else if (Array.isArray(value)) {
      // Holes cost nothing to send, but something to walk over.
      size += value.length;
      if (size > cap) return 'too large';
      for (const item of value) open.push(item);
    } else if (typeof value === 'object' && value !== null) {
      if (!isPlain(value)) return 'not plain data';
      for (const [key, item] of Object.entries(value)) {
        size += key.length;
        open.push(item);
      }
    }
    if (size > cap) return 'too large';
  }
  return null;
}

/** Whether an object is as a literal makes it: its prototype, if any, is the last one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
