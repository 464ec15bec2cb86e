import type { Clock } from '../../../../src/main/platform/clock.ts';
import type { Settings } from './settings.ts';
import type { CopyError, Video, VideoSource } from './video.ts';

/** One attempt at copying the bytes of an object. */
export interface CopyJob {
  readonly video: Video;
  readonly source: VideoSource;
  /** Where it begins: 0, or where the attempt before it failed. */
  readonly fromBytes: number;
  /** Where it is made to fail; null lets it go through. */
  readonly failAtBytes: number | null;
  readonly skipChecksumValidation: boolean;
}

/** Where a copier tells how a job goes. Nothing may follow `done` or `failed`. */
export interface CopyReport {
  /** Bytes copied since the last report. */
  readonly advanced: (bytes: number) => void;
  /** SHA-256 of the whole object in hexadecimal, or null where nothing was read. */
  readonly done: (sha256: string | null) => void;
  /** Without an error: the failure that was asked for with `failAtBytes`. */
  readonly failed: (error: CopyError | null) => void;
}

/** How bytes get to the platform: really, or by reckoning in virtual time. */
export interface Copier {
  /** Begins, and returns what stops it without a further word. */
  readonly start: (job: CopyJob, report: CopyReport) => () => void;
}

/** Progress reports of a reckoned copy: enough to be seen moving, few enough for a hundred thousand of them. */
const STEPS = 4;

/** Copies nothing, at the speed that is set: for harnesses with thousands of imports. */
export function createReckoningCopier(clock: Clock, settings: Pick<Settings, 'copyBytesPerSecond'>): Copier {
  return {
    start({ source, fromBytes, failAtBytes }, report) {
      const untilBytes = failAtBytes ?? source.sizeBytes;
      const stepBytes = Math.max(1, Math.ceil((untilBytes - fromBytes) / STEPS));
      let atBytes = fromBytes;
      let cancel = (): void => undefined;
      const next = (): void => {
        if (atBytes >= untilBytes) {
          if (failAtBytes === null) report.done(null);
          else report.failed(null);
          return;
        }
        const bytes = Math.min(stepBytes, untilBytes - atBytes);
        cancel = clock.after((1_000 * bytes) / settings.copyBytesPerSecond, () => {
          atBytes += bytes;
          report.advanced(bytes);
          next();
        });
      };
      cancel = clock.after(0, next);
      return () => cancel();
    },
  };
}
