/** Pixop's words for where an operation stands. */
type OperationStatus = 'INITIAL' | 'IN_PROGRESS' | 'DONE' | 'FAILED';

/** Why a copy failed, as `uploadState.error` says it. */
export interface CopyError {
  readonly code: string;
  readonly message: string;
}

/** The object a master video is copied from. */
export interface VideoSource {
  readonly inputLocationId: string;
  readonly bucket: string;
  readonly objectKey: string;
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly modifiedMs: number;
}

/** The copy of a master video's bytes. */
export interface Upload {
  status: OperationStatus;
  copiedBytes: number;
  error: CopyError | null;
  updatedAtMs: number;
  /** Copies begun so far: 1 for the first, one more for every restart. */
  attempts: number;
  skipChecksumValidation: boolean;
}

/** What follows the copy. */
interface Ingestion {
  status: OperationStatus;
  percent: number;
  etaSeconds: number;
  updatedAtMs: number;
  readonly isFull: boolean;
}

/** One video of the platform. Only `PixopState` changes it. */
export interface Video {
  readonly videoId: string;
  /** Counts creations: the order of equal dates. */
  readonly sequence: number;
  readonly teamId: string;
  readonly projectId: string;
  readonly userId: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
  name: string;
  description: string | null;
  readonly fileName: string;
  /** Null for videos that did not come from S3. */
  readonly source: VideoSource | null;
  /** Null where there never was a "video in" operation: clips, and what others uploaded. */
  readonly upload: Upload | null;
  ingestion: Ingestion | null;
  /** The video this clip was cut from; null for a master. */
  readonly clipOf: Video | null;
}

/** Copied share in whole per cent; 100 only once all is there. */
export function copiedPercent(video: Video): number {
  const { upload, source } = video;
  if (upload === null || source === null) return 0;
  if (upload.status === 'DONE') return 100;
  if (source.sizeBytes === 0) return 0;
  return Math.min(99, Math.floor((100 * upload.copiedBytes) / source.sizeBytes));
}
