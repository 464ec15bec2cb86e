import { createHash, type Hash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Copier, CopyJob, CopyReport } from '../core/copier.ts';
import { PixopError } from '../core/pixop-error.ts';
import type { Settings } from '../core/settings.ts';
import type { Video } from '../core/video.ts';
import { lookAtObject } from './look-at-object.ts';
import type { S3Access, S3Reader } from './s3-reader.ts';

/** Bytes of one ranged read: also the grain of progress. */
const PART_BYTES = 1_048_576;

/** What is kept of a copy, so that a restart goes on where it failed. */
interface Kept {
  readonly hash: Hash;
  readonly etag: string;
}

/** Copies for real: reads every byte from S3 with ranged GETs, hashes it, and keeps to the speed that is set. */
export function createRealCopier(
  reader: S3Reader,
  accessOf: (inputLocationId: string) => S3Access,
  settings: Pick<Settings, 'copyBytesPerSecond'>,
): Copier {
  const kept = new WeakMap<Video, Kept>();

  async function copy(job: CopyJob, report: CopyReport, signal: AbortSignal): Promise<void> {
    const { video, source, failAtBytes } = job;
    const access = accessOf(source.inputLocationId);
    const { etag } = await lookAtObject(reader, access, source.objectKey, signal);
    const before = kept.get(video);
    if (before !== undefined && before.etag !== etag && !job.skipChecksumValidation)
      throw new PixopError(409, 'VIDEO_IN_RESTART_CHECKSUM_MISMATCH', 'The object has changed meanwhile');
    const hash = before?.hash ?? createHash('sha256');
    kept.set(video, { hash, etag });
    const untilBytes = failAtBytes ?? source.sizeBytes;
    const startedMs = performance.now();
    for (let atBytes = job.fromBytes; atBytes < untilBytes;) {
      const endBytes = Math.min(untilBytes, atBytes + PART_BYTES);
      await readPart(access, source.objectKey, atBytes, endBytes, hash, signal);
      report.advanced(endBytes - atBytes);
      atBytes = endBytes;
      const dueMs = startedMs + (1_000 * (atBytes - job.fromBytes)) / settings.copyBytesPerSecond;
      const aheadMs = dueMs - performance.now();
      if (aheadMs > 1) await delay(aheadMs, undefined, { signal });
    }
    if (failAtBytes === null) report.done(hash.digest('hex'));
    else report.failed(null);
  }

  async function readPart(
    access: S3Access,
    key: string,
    fromBytes: number,
    endBytes: number,
    hash: Hash,
    signal: AbortSignal,
  ): Promise<void> {
    const answer = await reader.send(access, 'GET', key, `bytes=${fromBytes}-${endBytes - 1}`, signal);
    const parts: Buffer[] = [];
    for await (const part of answer) {
      const piece: unknown = part;
      if (!Buffer.isBuffer(piece)) throw new TypeError('Expected bytes');
      parts.push(piece);
    }
    const bytes = Buffer.concat(parts);
    if (answer.statusCode !== 206)
      throw new PixopError(400, 'CONTENT_NOT_PARTIAL_ERROR', `S3 answered ${answer.statusCode ?? 0}`);
    if (bytes.byteLength !== endBytes - fromBytes)
      throw new PixopError(400, 'UNEXPECTED_CONTENT_RANGE', 'S3 sent another range than was asked for');
    // Only whole parts enter the hash: a part that broke is read again by the restart.
    hash.update(bytes);
  }

  return {
    start(job, report) {
      const stopped = new AbortController();
      copy(job, report, stopped.signal).catch((error: unknown) => {
        if (stopped.signal.aborted) return;
        const code = error instanceof PixopError ? error.code : 'UNKNOWN';
        report.failed({ code, message: error instanceof Error ? error.message : String(error) });
      });
      return () => stopped.abort();
    },
  };
}
