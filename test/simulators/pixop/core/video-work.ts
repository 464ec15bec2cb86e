import type { Clock } from '../../../../src/main/platform/clock.ts';
import type { Copier, CopyJob } from './copier.ts';
import { strikes, type Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import type { CopyError, Video } from './video.ts';

/** What the work on videos needs of the platform around it. */
interface Surroundings {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly faults: Faults;
  readonly ledger: Ledger;
  readonly copier: Copier;
  /** A video made progress. */
  readonly touch: (video: Video) => void;
  /** A master's bytes are all there. */
  readonly copied: (video: Video) => void;
}

/** Copies and then ingests videos, so many at a time. */
export class VideoWork {
  readonly #at: Surroundings;
  readonly #waiting: Video[] = [];
  /** Copies under way, each with what ends it. */
  readonly #stops = new Map<Video, () => void>();
  readonly #ingesting = new Map<Video, () => void>();
  #begun = 0;

  constructor(surroundings: Surroundings) {
    this.#at = surroundings;
  }

  /** Lines a video up for its first copy or its next attempt. */
  enqueue(video: Video): void {
    this.#waiting.push(video);
    this.#fill();
  }

  /** Stops everything without a word; the videos stay as they are. */
  stop(): void {
    this.#waiting.length = 0;
    for (const stop of [...this.#stops.values(), ...this.#ingesting.values()]) stop();
    this.#stops.clear();
    this.#ingesting.clear();
  }

  #fill(): void {
    while (this.#stops.size < this.#at.settings.maxCopies) {
      const video = this.#waiting.shift();
      if (video === undefined) return;
      this.#copy(video);
    }
  }

  #copy(video: Video): void {
    const { upload, source } = video;
    if (upload === null || source === null) throw new Error('Only a master can be copied');
    const { copier, ledger, touch } = this.#at;
    const entry = ledger.of(source.bucket, source.objectKey);
    const end = (): void => {
      this.#stops.delete(video);
      this.#fill();
    };
    upload.status = 'IN_PROGRESS';
    upload.attempts += 1;
    upload.error = null;
    touch(video);
    const stop = copier.start(this.#jobOf(video, upload, source), {
      advanced: (bytes) => {
        upload.copiedBytes += bytes;
        entry.bytesCopied += bytes;
        touch(video);
      },
      done: (sha256) => {
        upload.status = 'DONE';
        if (sha256 !== null) entry.sha256 = sha256;
        touch(video);
        end();
        this.#at.copied(video);
        this.#ingest(video);
      },
      failed: (error) => {
        upload.status = 'FAILED';
        upload.error = error ?? this.#failureOnPurpose();
        touch(video);
        end();
      },
    });
    this.#stops.set(video, stop);
  }

  #jobOf(video: Video, upload: NonNullable<Video['upload']>, source: NonNullable<Video['source']>): CopyJob {
    const { faults } = this.#at;
    const { copiedBytes: fromBytes, skipChecksumValidation } = upload;
    this.#begun += 1;
    const isToFail =
      faults.copyFailKeys.some((part) => source.objectKey.includes(part)) ||
      (faults.copyFailEvery > 0 && this.#begun % faults.copyFailEvery === 0) ||
      strikes(faults, 'copyFailNext');
    const failAtBytes = isToFail ? Math.floor((fromBytes + source.sizeBytes) / 2) : null;
    return { video, source, fromBytes, failAtBytes, skipChecksumValidation };
  }

  #failureOnPurpose(): CopyError {
    return { code: this.#at.faults.copyFailCode, message: 'The copy failed half-way.' };
  }

  #ingest(video: Video): void {
    const { ingestion } = video;
    if (ingestion === null) return;
    const { settings, faults, touch, clock } = this.#at;
    const totalMs = ingestion.isFull ? settings.fullIngestionMs : settings.ingestionMs;
    const stepMs = totalMs / settings.ingestionSteps;
    const failsAt = strikes(faults, 'ingestionFailNext') ? Math.ceil(settings.ingestionSteps / 2) : null;
    ingestion.status = 'IN_PROGRESS';
    ingestion.etaSeconds = Math.ceil(totalMs / 1_000);
    touch(video);
    const step = (number: number): void => {
      this.#ingesting.delete(video);
      if (number === failsAt) ingestion.status = 'FAILED';
      else if (number >= settings.ingestionSteps) ingestion.status = 'DONE';
      ingestion.percent = Math.floor((100 * number) / settings.ingestionSteps);
      ingestion.etaSeconds = Math.ceil((totalMs - number * stepMs) / 1_000);
      touch(video);
      if (ingestion.status === 'IN_PROGRESS') wait(number + 1);
    };
    const wait = (number: number): void => {
      this.#ingesting.set(
        video,
        clock.after(stepMs, () => step(number)),
      );
    };
    wait(1);
  }
}
