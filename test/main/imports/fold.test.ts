import { expect, it } from 'vitest';
import { fold } from '../../../src/main/imports/fold.ts';
import { planBatch } from '../../../src/main/imports/plan-batch.ts';

const settings = {
  teamId: '7d3a2f10-5b6c-4d7e-8f90-a1b2c3d4e5f6',
  projectId: null,
  projectName: null,
  fullIngestion: true,
  nameTemplate: '{basename}',
  descriptionTemplate: '',
  importReference: true,
};
const jobId = '00000000-0000-4000-8000-000000000001';
const object = {
  objectKey: 'a.mov',
  sizeBytes: 1,
  etag: 'e',
  modifiedMs: 0,
  storageClass: 'STANDARD',
  notPickable: null,
};
const planned = planBatch(
  {
    locationId: '00000000-0000-4000-8000-000000000002',
    locationName: 'Media',
    bucket: 'media',
    settings,
    items: [{ object: { ...object }, name: 'a', description: '', fileName: 'a.mov' }],
  },
  {
    environmentId: 'simulator',
    batchId: '00000000-0000-4000-8000-000000000003',
    atMs: 0,
    position: 1,
    newId: () => jobId,
    newAttempt: () => '00000000',
    sha256: () => new Uint8Array(32),
  },
);

it('reads a journal in which a later run looked in vain for an import that the run before had sent', () => {
  const intent = { type: 'intent', jobId, atMs: 1, sinceMs: null, marked: true };
  const undecided = { type: 'undecided', jobId, atMs: 2, matches: [] };
  const { queue, anomalies } = fold({
    records: [...planned, intent, undecided],
    salvaged: [],
    readOnly: null,
  });
  expect(anomalies).toBe(0);
  expect(queue.jobs.get(jobId)?.state).toBe('needs-decision');
});
