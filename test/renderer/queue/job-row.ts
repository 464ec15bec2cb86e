import type { JobRow } from '../../../src/shared/imports.ts';

/** A queue row for tests: a waiting import, changed where the test says so. */
export const jobRow = (facts: Partial<JobRow> = {}): JobRow => ({
  jobId: 'job',
  batchId: 'batch',
  position: 0,
  objectKey: 'folder/video.mov',
  name: 'video',
  sizeBytes: 1_000,
  state: 'planned',
  copyPercent: 0,
  ingestPercent: 0,
  etaSeconds: null,
  videoId: null,
  error: null,
  attempt: 0,
  changedAtMs: 0,
  ...facts,
});
