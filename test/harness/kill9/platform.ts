import { createServer } from 'node:http';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { demoPerson, seedDemo } from '../../simulators/pixop/demo.ts';
import { PixopWorld } from '../../simulators/pixop/core/world.ts';
import { BASE_PATH, createExchange } from '../../simulators/pixop/http/exchange.ts';
import { RequestLog } from '../../simulators/pixop/http/request-log.ts';
import { listenOnLoopback } from '../../simulators/s3/loopback.ts';

/** How long after its lost answer a video may still appear, milliseconds. */
export const LATE_MS = 300;

/** A platform over HTTP whose copies are only reckoned, and which loses one answer in ten in one way or another. */
export async function startPlatform(random: () => number) {
  const world = new PixopWorld({ clock: systemClock, random, person: demoPerson });
  seedDemo(world);
  Object.assign(world.settings, { limitPerMinute: 1_000_000, copyBytesPerSecond: 1e15, maxCopies: 1_000 });
  Object.assign(world.faults, {
    lateCommitMs: LATE_MS,
    importRates: { 'reset-late': 0.04, 'error-late': 0.03, 'reset-after': 0.03 },
  });
  const head = { sizeBytes: 1_000, contentType: 'video/mp4', modifiedMs: 0 };
  const exchange = createExchange(world, async () => head, new RequestLog());
  const server = createServer((request, response) => void exchange(request, response));
  const { port, close } = await listenOnLoopback(server, 0);
  const [location] = world.directory.locations;
  return {
    world,
    url: `http://127.0.0.1:${port}${BASE_PATH}`,
    teamId: world.directory.team(null).id,
    locationId: location?.id ?? '',
    async close() {
      world.stop();
      await close();
    },
  };
}

/** See {@link startPlatform}. */
export type Platform = Awaited<ReturnType<typeof startPlatform>>;
