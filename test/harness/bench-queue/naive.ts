import { setMaxListeners } from 'node:events';
import type { PixopPort, SubmitRequest, VideoInState } from '../../../src/main/imports/ports.ts';
import { SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import type { VirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';
import type { Traffic } from '../virtual-run/counted-port.ts';
import { createPlatform, type RunOptions } from '../virtual-run/virtual-run.ts';
import { LANES, type Workload } from './workload.ts';

/** A run of the naive way. */
interface Naive {
  readonly clock: VirtualClock;
  readonly traffic: Traffic;
  done: number;
  /** When the last import was accepted so far. */
  lastSentMs: Milliseconds;
}

/** Between two polls of one video. */
const POLL_MS: Milliseconds = 5 * SECOND;
/** After a refusal: doubled from the first to the last, with chance. */
const FIRST_BACKOFF_MS: Milliseconds = 1 * SECOND;
const LAST_BACKOFF_MS: Milliseconds = 30 * SECOND;

/** Sends imports in a few lanes, tries again after 429 with growing waits, and asks for each video every five seconds. */
export function startNaive(
  work: Workload,
  options: Omit<RunOptions, 'onChange' | 'distort'>,
  shown: (objectKey: string, state: 'ingesting' | 'done') => void,
): Naive {
  const { clock, random, world, port, traffic } = createPlatform(options, () => undefined);
  const [location] = world.directory.locations;
  if (location === undefined) throw new Error('The demo account has no location');
  const naive: Naive = { clock, traffic, done: 0, lastSentMs: clock.now() };
  const sleep = (ms: Milliseconds): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
  const waiting = work.keys.values();

  const watch = async (objectKey: string, videoId: string): Promise<void> => {
    for (let isDone = false; !isDone;) {
      await sleep(POLL_MS);
      const state = shownState(await ask(port, videoId));
      if (state !== null) shown(objectKey, state);
      isDone = state === 'done';
    }
    naive.done += 1;
  };
  const lane = async (): Promise<void> => {
    for (const objectKey of waiting) {
      const request: SubmitRequest = {
        inputLocationId: location.id,
        teamId: location.teamId,
        fullIngestion: true,
        body: { name: objectKey, objectKey },
      };
      let videoId: string | null = null;
      for (let tries = 0; videoId === null; tries += 1) {
        if (tries > 0)
          await sleep(Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (tries - 1)) * (0.5 + random() / 2));
        videoId = acceptedId(await port.submitImport(request, neverAborted));
      }
      naive.lastSentMs = clock.now();
      void watch(objectKey, videoId);
    }
  };
  for (let number = 0; number < LANES; number += 1) void lane();
  return naive;
}

const neverAborted = new AbortController().signal;
// Thousands of its polls are under way at once.
setMaxListeners(0, neverAborted);

const ask = (port: PixopPort, videoId: string): Promise<VideoInState | null> =>
  port.videoInState(videoId, neverAborted).catch(() => null);

const shownState = (state: VideoInState | null): 'ingesting' | 'done' | null =>
  state?.upload?.status !== 'DONE' ? null : state.ingestion?.status === 'DONE' ? 'done' : 'ingesting';

const acceptedId = (fact: Awaited<ReturnType<PixopPort['submitImport']>>): string | null =>
  fact.kind === 'answered' &&
  fact.status === 202 &&
  typeof fact.body === 'object' &&
  fact.body !== null &&
  'videoId' in fact.body &&
  typeof fact.body.videoId === 'string'
    ? fact.body.videoId
    : null;
