import type {
  ListedVideo,
  SubmitFact,
  SubmitRequest,
  VideoInState,
  VideosPage,
  VideosQuery,
} from '../../../src/main/imports/ports.ts';
import type { AppError } from '../../../src/shared/errors.ts';
import type { Chance } from './chance.ts';

interface ModelVideo {
  readonly videoId: string;
  readonly request: SubmitRequest | null;
  readonly createdAtMs: number;
  /** When the copy began, or began anew. */
  startedAtMs: number;
  /** Copies that will still fail. */
  failures: number;
}

/** A video that an import call made. */
export interface ImportedVideo {
  readonly videoId: string;
  readonly request: SubmitRequest;
  readonly createdAtMs: number;
}

/** The one team of this world. */
export const TEAM_ID = '7d3a2f10-5b6c-4d7e-8f90-a1b2c3d4e5f6';

/** How long a copy runs until it fails, until it is done, and until its ingestion is done, milliseconds. */
const FAILS_MS = 4_000;
const COPIED_MS = 6_000;
const DONE_MS = 8_000;

/** Pixop as small as the engine can tell: a list of videos that grows, shrinks, and copies by the clock. */
export class ModelPixop {
  /** Videos a page, however many are asked for: small ones shift while they are read. */
  readonly pageSize: number;
  /** Videos that were deleted on the operator's word, by object key: each may have been imported anew. */
  readonly abandoned = new Map<string, number>();
  readonly #chance: Chance;
  readonly #videos = new Map<string, ModelVideo>();
  /** Videos that appear later. */
  #late: { readonly atMs: number; readonly request: SubmitRequest }[] = [];

  constructor(chance: Chance) {
    this.#chance = chance;
    this.pageSize = chance.of([2, 3, 100]) ?? 100;
  }

  /** Makes a video of an import call. */
  make(request: SubmitRequest | null, nowMs: number): string {
    const videoId = this.#chance.uuid();
    const failures = this.#chance.oneIn(8) ? 1 + this.#chance.below(2) : 0;
    this.#videos.set(videoId, { videoId, request, createdAtMs: nowMs, startedAtMs: nowMs, failures });
    return videoId;
  }

  makeLater(request: SubmitRequest, atMs: number): void {
    this.#late.push({ atMs, request });
  }

  /** Lets late videos appear. */
  at(nowMs: number): void {
    if (this.#late.length === 0) return;
    const due = this.#late.filter(({ atMs }) => atMs <= nowMs);
    this.#late = this.#late.filter(({ atMs }) => atMs > nowMs);
    for (const { request, atMs } of due) this.make(request, atMs);
  }

  /** Somebody else's video disappears, which moves every later one up in the list. */
  deleteForeign(): void {
    const foreign = [...this.#videos.values()].filter(({ request }) => request === null);
    const gone = this.#chance.of(foreign);
    if (gone !== undefined) this.#videos.delete(gone.videoId);
  }

  /** The videos that import calls made. */
  get imported(): readonly ImportedVideo[] {
    return [...this.#videos.values()].flatMap(({ videoId, request, createdAtMs }) =>
      request === null ? [] : [{ videoId, request, createdAtMs }],
    );
  }

  list({ sortBy, pageNumber, pageSize: asked }: VideosQuery, nowMs: number): VideosPage {
    const pageSize = Math.min(asked, this.pageSize);
    const at = (video: ModelVideo): number =>
      sortBy === 'createdAt' ? video.createdAtMs : updatedAtOf(video, nowMs);
    // Equal times are told apart by which came later, as a database's order of insertion does.
    const sorted = [...this.#videos.values()].toReversed().toSorted((a, b) => at(b) - at(a));
    const items = sorted.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize);
    return {
      items: items.map((video) => listed(video, nowMs)),
      totalElements: sorted.length,
      isLast: (pageNumber + 1) * pageSize >= sorted.length,
    };
  }

  status(videoId: string, nowMs: number): VideoInState | null {
    const video = this.#videos.get(videoId);
    return video === undefined ? null : stateOf(video, nowMs);
  }

  /** Null when it was done, otherwise Pixop's refusal. */
  act(act: 'restart' | 'abandon', videoId: string, nowMs: number): AppError | null {
    const video = this.#videos.get(videoId);
    if (video === undefined) return refusal('not-found', 404, 'VIDEO_NOT_FOUND');
    if (stateOf(video, nowMs).upload?.status !== 'FAILED')
      return refusal('conflict', 409, 'VIDEO_IN_OPERATION_NOT_FAILED');
    if (act === 'abandon') {
      this.#videos.delete(videoId);
      const objectKey = video.request?.body.objectKey ?? '';
      this.abandoned.set(objectKey, (this.abandoned.get(objectKey) ?? 0) + 1);
    } else {
      video.failures -= 1;
      video.startedAtMs = nowMs;
    }
    return null;
  }
}

const updatedAtOf = ({ startedAtMs }: ModelVideo, nowMs: number): number =>
  startedAtMs + ([DONE_MS, COPIED_MS, FAILS_MS].find((ms) => ms <= nowMs - startedAtMs) ?? 0);

const listed = (video: ModelVideo, nowMs: number): ListedVideo => ({
  ...stateOf(video, nowMs),
  name: video.request?.body.name ?? 'a colleague’s',
  description: video.request?.body.description ?? '',
  teamId: TEAM_ID,
  projectId: 'project',
  createdAtMs: video.createdAtMs,
  updatedAtMs: updatedAtOf(video, nowMs),
});

function stateOf({ videoId, startedAtMs, failures, request }: ModelVideo, nowMs: number): VideoInState {
  const elapsed = nowMs - startedAtMs;
  const hasFailed = failures > 0 && elapsed >= FAILS_MS;
  const isCopied = !hasFailed && elapsed >= COPIED_MS;
  return {
    videoId,
    upload: {
      status: hasFailed ? 'FAILED' : isCopied ? 'DONE' : 'IN_PROGRESS',
      percent: Math.min(100, Math.floor((elapsed / COPIED_MS) * 100)),
      error: hasFailed ? { code: 'CHECKSUM_MISMATCH', message: 'Checksum mismatch' } : null,
      fileName: request?.body.fileName ?? null,
      sizeBytes: 1_000,
    },
    ingestion: isCopied
      ? { status: elapsed >= DONE_MS ? 'DONE' : 'IN_PROGRESS', percent: 50, etaSeconds: 5 }
      : null,
  };
}

const refusal = (code: AppError['code'], httpStatus: number, serviceCode: string): AppError => ({
  code,
  message: serviceCode,
  detail: { source: 'pixop', httpStatus, serviceCode },
});

/** What an engine sees of an answer in Pixop's own form. */
export const answered = (status: number, body: unknown, isPixop = true): SubmitFact => ({
  kind: 'answered',
  status,
  body,
  rate: isPixop ? { limit: 600, remaining: 500, resetInMs: 30_000, retryAfterMs: null } : null,
});
