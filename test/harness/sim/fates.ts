import type { SubmitFact, SubmitRequest } from '../../../src/main/imports/ports.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import type { Chance } from './chance.ts';
import { answered, type ModelPixop } from './model-pixop.ts';

/** What a schedule counts to know how many videos an object may have. */
export interface Tally {
  /** Videos ever made of an object, by object key. */
  readonly made: Map<string, number>;
  /** Of these, made by somebody between who sent a request twice. */
  readonly replayed: Map<string, number>;
}

/** Adds one to a count. */
export const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Longest time after which a late video appears: within the time in which the engine looks for it. */
const LATEST_MS = 14 * MINUTE;

type Fate = (call: Call) => SubmitFact;

/** One import call that arrives at Pixop. */
interface Call {
  readonly request: SubmitRequest;
  readonly pixop: ModelPixop;
  readonly chance: Chance;
  readonly nowMs: number;
  readonly tally: Tally;
}

function make({ request, pixop, nowMs, tally }: Call): string {
  count(tally.made, request.body.objectKey);
  return pixop.make(request, nowMs);
}

/** The answer, or what is left of it, comes before the video. */
function makeLater({ request, pixop, nowMs, chance, tally }: Call): void {
  count(tally.made, request.body.objectKey);
  pixop.makeLater(request, nowMs + chance.below(LATEST_MS));
}

const error = (statusCode: number, errorCode: string): SubmitFact =>
  answered(statusCode, { statusCode, errorCode, message: errorCode });
const lost = (chance: Chance): SubmitFact => ({
  kind: 'no-answer',
  reason: chance.oneIn(2) ? 'reset' : 'timeout',
  message: 'No answer',
});
const strange = (chance: Chance): SubmitFact =>
  chance.of([
    answered(200, '<html>', false),
    answered(202, { upload: {} }),
    answered(502, 'Bad gateway', false),
    answered(408, undefined, false),
    error(500, 'INTERNAL_SERVER_ERROR'),
    error(503, 'UNAVAILABLE'),
    lost(chance),
  ]) ?? lost(chance);

const madeUnheard: Fate = (call) => {
  make(call);
  return strange(call.chance);
};
const madeLate: Fate = (call) => {
  makeLater(call);
  return strange(call.chance);
};
/** Somebody in between sends it twice. */
const madeTwice: Fate = (call) => {
  make(call);
  count(call.tally.replayed, call.request.body.objectKey);
  const videoId = make(call);
  return call.chance.oneIn(2) ? answered(202, { videoId }) : lost(call.chance);
};

/** Everything that can become of an import call; what may make a double comes more often than it does in life. */
const fates: readonly Fate[] = [
  madeUnheard,
  madeUnheard,
  madeUnheard,
  madeLate,
  madeLate,
  madeLate,
  madeTwice,
  madeTwice,
  ({ chance }) => strange(chance),
  () => error(429, 'TOO_MANY_REQUESTS'),
  () => error(400, 'OBJECT_NOT_FOUND'),
  () => error(401, 'INVALID_API_KEY'),
  () => error(403, 'ACCOUNT_LOCKED'),
  () => error(400, 'HEAD_BUCKET_ERROR'),
  () => ({ kind: 'not-sent', reason: 'offline', message: 'connect ECONNREFUSED' }),
];

/** Lets a call arrive at Pixop, and tells what comes back. */
export function arrive(call: Call, isTroubled: boolean): SubmitFact {
  const fate = isTroubled ? call.chance.of(fates) : undefined;
  return fate === undefined ? answered(202, { videoId: make(call) }) : fate(call);
}

/** A call whose sender is gone: it never arrives, arrives now, or later. */
export function arriveUnheard(call: Call): void {
  if (call.chance.oneIn(3)) return;
  if (call.chance.oneIn(2)) make(call);
  else makeLater(call);
}
