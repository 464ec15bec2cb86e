import type {
  ListedVideo,
  PixopPort,
  RateReading,
  SubmitFact,
  VideoInState,
} from '../../../../src/main/imports/ports.ts';
import { errorOfAnswer } from '../../../../src/main/pixop/to-app-error.ts';
import { AppFailure } from '../../../../src/shared/errors.ts';
import { drawFate, strikes } from './faults.ts';
import { PixopError } from './pixop-error.ts';
import type { RateAnswer } from './rate-window.ts';
import { copiedPercent, type Video } from './video.ts';
import type { ImportPlan, ObjectHead, PixopWorld } from './world.ts';

/** Longest wait for the answer to an import call and to any other, milliseconds, as the real client's. */
const SUBMIT_TIMEOUT_MS = 120_000;
const CALL_TIMEOUT_MS = 30_000;

/** How an engine reaches a world without a wire. */
export interface WorldPortOptions {
  readonly apiKey: string;
  /** From call to answer, milliseconds of the world's clock. */
  readonly latencyMs: () => number;
  /** What S3 would say about an object; may throw a `PixopError`, as a look at a real one does. */
  readonly look: (plan: ImportPlan) => ObjectHead;
  readonly onRate?: (reading: RateReading) => void;
}

/** No answer will come. */
class Lost extends Error {
  override readonly name = 'Lost';
  readonly reason: 'reset' | 'timeout' | 'aborted';

  constructor(reason: 'reset' | 'timeout' | 'aborted') {
    super(`No answer: ${reason}`);
    this.reason = reason;
  }
}

/** The port that an engine imports through, in a world's virtual time: same faults as over HTTP, no sockets. */
export function createWorldPort(world: PixopWorld, options: WorldPortOptions): PixopPort {
  const { clock, faults } = world;

  const wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const onAbort = (): void => {
        cancel();
        reject(new Lost('aborted'));
      };
      const cancel = clock.after(ms, () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      });
      if (signal.aborted) onAbort();
      else signal.addEventListener('abort', onAbort, { once: true });
    });

  const lost = async (
    reason: 'reset' | 'timeout',
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<never> => {
    if (reason === 'timeout') await wait(timeoutMs, signal);
    throw new Lost(reason);
  };

  /** One request there and back: `act` runs on the platform's side. */
  async function call<Result>(
    timeoutMs: number,
    signal: AbortSignal,
    act: () => Result | Promise<Result>,
  ): Promise<{ readonly result: Result; readonly rate: RateReading }> {
    const latencyMs = faults.requestDelayMs + options.latencyMs();
    await wait(latencyMs / 2, signal);
    if (strikes(faults, 'hangNext')) return lost('timeout', timeoutMs, signal);
    if (strikes(faults, 'resetNext')) return lost('reset', timeoutMs, signal);
    const rate = world.admit(options.apiKey);
    if (!rate.isAllowed) throw new PixopError(429, 'TOO_MANY_REQUESTS', 'Too many requests');
    if (strikes(faults, 'errorNext')) throw failure();
    const result = await act();
    await wait(latencyMs / 2, signal);
    const reading = readingOf(rate, null);
    options.onRate?.(reading);
    return { result, rate: reading };
  }

  const failure = (): PixopError =>
    new PixopError(faults.errorStatus, 'INTERNAL_SERVER_ERROR', 'Something went wrong');

  const refusal = (error: PixopError) => {
    const now = world.rate.peek(clock.now());
    const rate = readingOf(now, error.status === 429 ? now.resetSeconds * 1_000 : null);
    options.onRate?.(rate);
    const { status: statusCode, code: errorCode, message } = error;
    return { status: statusCode, rate, body: { statusCode, errorCode, message }, isEmpty: false };
  };

  /** Any call but the import: rejects with `AppFailure`, as the real client does. */
  async function ask<Result>(signal: AbortSignal, act: () => Result): Promise<Result> {
    try {
      return (await call(CALL_TIMEOUT_MS, signal, act)).result;
    } catch (error) {
      if (error instanceof PixopError) throw new AppFailure(errorOfAnswer(refusal(error)));
      if (!(error instanceof Lost)) throw error;
      const code =
        error.reason === 'reset' ? 'offline' : error.reason === 'timeout' ? 'timeout' : 'cancelled';
      throw new AppFailure({ code, message: error.message, detail: { source: 'pixop' } });
    }
  }

  return {
    async submitImport({ inputLocationId, teamId, fullIngestion, body }, signal): Promise<SubmitFact> {
      try {
        const { result, rate } = await call(SUBMIT_TIMEOUT_MS, signal, async () => {
          const plan = world.planImport({ inputLocationId, teamId, fullIngestion, ...body });
          const fate = drawFate(faults, world.random);
          const reason = fate?.startsWith('hang') === true ? 'timeout' : 'reset';
          if (fate === 'error-before') throw failure();
          if (fate === 'reset-before' || fate === 'hang-before')
            return lost(reason, SUBMIT_TIMEOUT_MS, signal);
          const head = options.look(plan);
          world.checkHead(head);
          if (fate === 'reset-late' || fate === 'error-late') world.commitLate(plan, head);
          else if (fate === null) return world.commitImport(plan, head);
          else world.commitImport(plan, head);
          if (fate.startsWith('error')) throw failure();
          return lost(reason, SUBMIT_TIMEOUT_MS, signal);
        });
        return { kind: 'answered', status: 202, rate, body: { videoId: result.videoId } };
      } catch (error) {
        if (error instanceof PixopError) {
          const { status, rate, body: refused } = refusal(error);
          return { kind: 'answered', status, rate, body: refused };
        }
        if (error instanceof Lost) return { kind: 'no-answer', reason: error.reason, message: error.message };
        throw error;
      }
    },
    listVideos: (query, signal) =>
      ask(signal, () => {
        const asked = { ...query, masterVideoId: null, clipId: null, clipMode: 'EXCLUDE' } as const;
        const { items, totalElements } = world.listVideos(asked);
        const isLast = (query.pageNumber + 1) * query.pageSize >= totalElements;
        return { items: items.map(listed), totalElements, isLast };
      }),
    videoInState: (videoId, signal) =>
      ask(signal, () => {
        const video = world.video(videoId);
        return video.upload === null ? null : stateOf(video);
      }),
    restart: (videoId, skipChecksumValidation, signal) =>
      ask(signal, () => void world.restart(videoId, skipChecksumValidation)),
    abandon: (videoId, signal) => ask(signal, () => world.abandon(videoId)),
    checkAccount: (signal) => ask(signal, () => void world.directory.team(null)),
  };
}

const readingOf = (rate: RateAnswer, retryAfterMs: number | null): RateReading => ({
  limit: rate.limit,
  remaining: rate.remaining,
  resetInMs: rate.resetSeconds * 1_000,
  retryAfterMs,
});

const stateOf = (video: Video): VideoInState => ({
  videoId: video.videoId,
  upload:
    video.upload === null
      ? null
      : {
          status: video.upload.status,
          percent: copiedPercent(video),
          error: video.upload.error,
          fileName: video.fileName,
          sizeBytes: video.source?.sizeBytes ?? null,
        },
  ingestion:
    video.ingestion === null || video.upload?.status !== 'DONE'
      ? null
      : {
          status: video.ingestion.status,
          percent: video.ingestion.percent,
          etaSeconds: video.ingestion.etaSeconds,
        },
});

const listed = (video: Video): ListedVideo => {
  const { videoId, upload, ingestion } = stateOf(video);
  return {
    videoId,
    upload,
    ingestion,
    name: video.name,
    description: video.description ?? '',
    teamId: video.teamId,
    projectId: video.projectId,
    createdAtMs: video.createdAtMs,
    updatedAtMs: video.updatedAtMs,
  };
};
