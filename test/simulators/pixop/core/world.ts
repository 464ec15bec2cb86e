import type { Clock } from '../../../../src/main/platform/clock.ts';
import { createReckoningCopier, type Copier } from './copier.ts';
import { Directory, type Location, type Project, type Team } from './directory.ts';
import { noFaults, type Faults } from './faults.ts';
import { fileNameOf } from './file-name.ts';
import { Ledger } from './ledger.ts';
import { newUuid } from './new-uuid.ts';
import { notFound, PixopError } from './pixop-error.ts';
import { RateWindow, type RateAnswer } from './rate-window.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { VideoIndex, type PageOf, type VideoQuery } from './video-index.ts';
import { VideoWork } from './video-work.ts';
import type { Upload, Video } from './video.ts';

/** Largest object that is imported, bytes: 500 GB, openapi.json `createMasterVideoFromS3Bucket`. */
const MAX_OBJECT_BYTES = 500_000_000_000;

/** What a platform is made of; only chance and time come from outside. */
export interface WorldOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly person: { readonly email: string; readonly name: string; readonly apiKey: string };
  /** Kept, not copied: whoever holds it may change the pace. */
  readonly settings?: Settings;
  /** Default: reckoned copying in the clock's time. */
  readonly copier?: Copier;
}

/** An import call in the contract's words. */
export interface ImportRequest {
  readonly inputLocationId: string;
  readonly teamId: string | null;
  readonly fullIngestion: boolean;
  readonly name: string;
  readonly objectKey: string;
  readonly description?: string | undefined;
  readonly projectId?: string | undefined;
  readonly fileName?: string | undefined;
}

/** An import that may be made once its object has been looked at. */
export interface ImportPlan {
  readonly request: ImportRequest;
  readonly location: Location;
  readonly team: Team;
  readonly project: Project;
}

/** What S3 says about an object. */
export interface ObjectHead {
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly modifiedMs: number;
}

/** The platform without a wire: deterministic under a given clock and chance, and cheap at a hundred thousand videos. */
export class PixopWorld {
  readonly clock: Clock;
  readonly random: () => number;
  readonly settings: Settings;
  readonly faults: Faults = noFaults();
  readonly ledger = new Ledger();
  readonly directory: Directory;
  readonly rate: RateWindow;
  readonly #work: VideoWork;
  readonly #videos = new Map<string, Video>();
  readonly #index = new VideoIndex();
  readonly #late = new Set<() => void>();
  #sequence = 0;

  constructor({ clock, random, person, settings, copier }: WorldOptions) {
    this.clock = clock;
    this.random = random;
    this.settings = settings ?? defaultSettings();
    this.directory = new Directory(person, clock.now, random);
    this.rate = new RateWindow(this.settings, clock.now());
    this.#work = new VideoWork({
      clock,
      settings: this.settings,
      faults: this.faults,
      ledger: this.ledger,
      copier: copier ?? createReckoningCopier(clock, this.settings),
      touch: (video) => this.#touch(video),
      copied: (video) => this.#cutClip(video),
    });
  }

  /** Checks a key and spends one request of its budget; throws the refusal of a bad key, tells that of an empty budget. */
  admit(apiKey: string | null): RateAnswer {
    if (apiKey === null || apiKey === '') throw new PixopError(401, 'MISSING_API_KEY', 'API key is missing');
    if (apiKey !== this.directory.apiKey || this.faults.isKeyRevoked)
      throw new PixopError(401, 'INVALID_API_KEY', 'API key is invalid');
    const rate = this.rate.take(this.clock.now());
    if (rate.isAllowed && this.faults.isAccountLocked)
      throw new PixopError(403, 'ACCOUNT_LOCKED', 'The account is locked');
    return rate;
  }

  /** Everything about an import that can be refused without a look at its object. */
  planImport(request: ImportRequest): ImportPlan {
    const location = this.directory.location(request.inputLocationId);
    this.ledger.of(location.bucket, request.objectKey).requests += 1;
    const team = this.directory.team(request.teamId);
    const project = this.directory.project(request.projectId ?? null, team);
    if (this.faults.isBalanceExhausted) {
      throw new PixopError(400, 'INSUFFICIENT_PROJECTED_BALANCE_ERROR', 'The balance is insufficient');
    }
    return { request, location, team, project };
  }

  /** Makes the video of an import whose object is there, and lines its copy up. */
  commitImport(plan: ImportPlan, head: ObjectHead): Video {
    const { request, location } = plan;
    const { bucket } = location;
    const { objectKey } = request;
    const nowMs = this.clock.now();
    const video = this.#add({
      teamId: plan.team.id,
      projectId: plan.project.id,
      name: request.name,
      description: request.description ?? null,
      fileName: request.fileName ?? fileNameOf(objectKey),
      source: { inputLocationId: location.id, bucket, objectKey, ...head },
      upload: newUpload(nowMs),
      ingestion: {
        status: 'INITIAL',
        percent: 0,
        etaSeconds: 0,
        updatedAtMs: nowMs,
        isFull: request.fullIngestion,
      },
      clipOf: null,
    });
    const entry = this.ledger.of(bucket, objectKey);
    entry.accepted += 1;
    entry.videoIds.push(video.videoId);
    this.#work.enqueue(video);
    return video;
  }

  /** Makes the video after its answer was lost; a world that was stopped meanwhile makes none. */
  commitLate(plan: ImportPlan, head: ObjectHead): void {
    const cancel = this.clock.after(this.faults.lateCommitMs, () => {
      this.#late.delete(cancel);
      this.commitImport(plan, head);
    });
    this.#late.add(cancel);
  }

  /** Refuses objects that Pixop does not take. */
  checkHead(head: ObjectHead): void {
    if (head.sizeBytes > MAX_OBJECT_BYTES)
      throw new PixopError(400, 'INVALID_INPUT', 'The video file is larger than 500 GB');
  }

  video(videoId: string): Video {
    const found = this.#videos.get(videoId.toLowerCase());
    if (found === undefined) throw notFound('Video');
    return found;
  }

  listVideos(query: VideoQuery): PageOf<Video> {
    return this.#index.list(query);
  }

  patchVideo(videoId: string, changes: { readonly name?: string; readonly description?: string }): Video {
    const video = Object.assign(this.video(videoId), changes);
    this.#touch(video);
    return video;
  }

  restart(videoId: string, skipChecksumValidation: boolean): Video {
    const video = this.video(videoId);
    const upload = this.#failedUploadOf(video);
    upload.status = 'INITIAL';
    upload.error = null;
    upload.skipChecksumValidation = skipChecksumValidation;
    this.#touch(video);
    this.#work.enqueue(video);
    return video;
  }

  abandon(videoId: string): void {
    const video = this.video(videoId);
    this.#failedUploadOf(video);
    this.#videos.delete(video.videoId);
    this.#index.remove(video);
    if (video.source === null) return;
    const { videoIds } = this.ledger.of(video.source.bucket, video.source.objectKey);
    videoIds.splice(videoIds.indexOf(video.videoId), 1);
  }

  /** Somebody deletes a video in Pixop itself; the ledger remembers that it was made. */
  deleteVideo(videoId: string): void {
    const video = this.video(videoId);
    this.#videos.delete(video.videoId);
    this.#index.remove(video);
  }

  /** Ends all copying, so that a server can close. */
  stop(): void {
    this.#work.stop();
    for (const cancel of this.#late) cancel();
    this.#late.clear();
  }

  #failedUploadOf({ upload }: Video): Upload {
    if (upload?.status !== 'FAILED') {
      const message = 'The "video in" operation has not failed';
      throw new PixopError(409, 'VIDEO_IN_OPERATION_NOT_FAILED', message);
    }
    return upload;
  }

  #add(video: Omit<Video, 'videoId' | 'sequence' | 'userId' | 'createdAtMs' | 'updatedAtMs'>): Video {
    const nowMs = this.clock.now();
    const added: Video = {
      ...video,
      videoId: newUuid(this.random),
      sequence: this.#sequence++,
      userId: this.directory.user.id,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    this.#videos.set(added.videoId, added);
    this.#index.add(added);
    return added;
  }

  #cutClip(master: Video): void {
    if (!this.settings.isClipMade) return;
    const { teamId, projectId, fileName } = master;
    const name = `${master.name} (10 s clip)`.slice(0, 255);
    this.#add({
      teamId,
      projectId,
      name,
      fileName,
      description: null,
      source: null,
      upload: null,
      ingestion: null,
      clipOf: master,
    });
  }

  #touch(video: Video): void {
    const nowMs = this.clock.now();
    video.updatedAtMs = nowMs;
    if (video.upload !== null) video.upload.updatedAtMs = nowMs;
    this.#index.touch(video);
  }
}

const newUpload = (nowMs: number): Upload => ({
  status: 'INITIAL',
  copiedBytes: 0,
  error: null,
  updatedAtMs: nowMs,
  attempts: 0,
  skipChecksumValidation: false,
});
