import type { z } from 'zod';
import type { ListedVideo, VideoInState } from '../imports/ports.ts';
import type { videoInStatusWire, videoWire } from './wire.ts';

type Operations = Pick<z.output<typeof videoInStatusWire>, 'upload' | 'ingestion'>;

/** The state of a video in, as the engine reads it: what is absent or unknown is null, never "done". */
export function toVideoInState(videoId: string, { upload, ingestion }: Operations): VideoInState {
  const uploadState = upload?.uploadState ?? null;
  const ingestionState = ingestion?.ingestionState ?? null;
  return {
    videoId,
    upload:
      upload === null || upload === undefined
        ? null
        : {
            status: uploadState?.uploadStatus ?? null,
            percent: uploadState?.progressPercentage ?? 0,
            error: uploadState?.error ?? null,
            fileName: upload.file?.name ?? null,
            sizeBytes: upload.file?.size ?? null,
          },
    ingestion:
      ingestionState === null
        ? null
        : {
            status: ingestionState.ingestionStatus ?? null,
            percent: ingestionState.progressPercentage,
            etaSeconds: ingestionState.etaSeconds ?? null,
          },
  };
}

/** One video of a list. */
export const toListedVideo = (video: z.output<typeof videoWire>): ListedVideo => ({
  ...toVideoInState(video.id, video),
  name: video.name,
  description: video.description ?? '',
  teamId: video.teamId,
  projectId: video.projectId,
  createdAtMs: video.createdAt,
  updatedAtMs: video.updatedAt,
});
