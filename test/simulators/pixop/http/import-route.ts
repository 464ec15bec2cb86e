import { drawFate, type ImportFate } from '../core/faults.ts';
import { PixopError } from '../core/pixop-error.ts';
import type { ImportPlan, ObjectHead, PixopWorld } from '../core/world.ts';
import { bodies, queries, readBody, readId, readQuery } from './read-input.ts';
import { videoInStatusBody } from './render.ts';
import type { RouteAnswer, RoutedRequest } from './routes.ts';

/** Looks at the object of an import. */
export type Look = (plan: ImportPlan, signal: AbortSignal) => Promise<ObjectHead>;

/** The client is to get no answer: the connection is reset, or nothing comes. */
export class LostAnswer extends Error {
  override readonly name = 'LostAnswer';
  readonly how: 'reset' | 'hang';

  constructor(how: 'reset' | 'hang') {
    super(`The answer is lost: ${how}`);
    this.how = how;
  }
}

/** `POST /v1/videos/in/s3/{inputLocationId}`: the one operation whose fate matters. */
export async function importVideo(
  world: PixopWorld,
  look: Look,
  { id, query, body }: RoutedRequest,
  signal: AbortSignal,
): Promise<RouteAnswer> {
  const { fullIngestion, selectTeamId } = readQuery(queries.import, query);
  const inputLocationId = readId('inputLocationId', id);
  const fields = readBody(bodies.import, body);
  const plan = world.planImport({ ...fields, inputLocationId, fullIngestion, teamId: selectTeamId ?? null });
  const fate = drawFate(world.faults, world.random);
  if (fate === 'reset-before' || fate === 'hang-before' || fate === 'error-before') throw lost(world, fate);
  const head = await look(plan, signal);
  world.checkHead(head);
  if (fate === 'reset-late' || fate === 'error-late') {
    world.commitLate(plan, head);
    throw lost(world, fate);
  }
  const video = world.commitImport(plan, head);
  if (fate !== null) throw lost(world, fate);
  return { status: 202, body: videoInStatusBody(video) };
}

function lost(world: PixopWorld, fate: ImportFate): Error {
  if (fate.startsWith('reset')) return new LostAnswer('reset');
  if (fate.startsWith('hang')) return new LostAnswer('hang');
  return new PixopError(world.faults.errorStatus, 'INTERNAL_SERVER_ERROR', 'Something went wrong');
}
