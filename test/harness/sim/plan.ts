import { createHash } from 'node:crypto';
import { attemptPart } from '../../../src/main/imports/import-reference.ts';
import { planBatch } from '../../../src/main/imports/plan-batch.ts';
import type { JournalRecord } from '../../../src/main/imports/records.ts';
import type { Chance } from './chance.ts';
import { TEAM_ID } from './model-pixop.ts';

/** A batch of a few objects, each with a key of its own. */
export function plannedBatch(chance: Chance, prefix: string, position: number): readonly JournalRecord[] {
  const settings = {
    teamId: TEAM_ID,
    projectId: null,
    projectName: null,
    fullIngestion: true,
    nameTemplate: '{basename}',
    descriptionTemplate: '',
    // A few operators switch it off: then nothing can be found again, and they are asked.
    importReference: !chance.oneIn(8),
  };
  const items = Array.from({ length: 1 + chance.below(5) }, (_, index) => {
    const objectKey = `${prefix}/${index}.mov`;
    const more = { modifiedMs: 0, etag: `etag-${index}`, storageClass: 'STANDARD', notPickable: null };
    const object = { objectKey, sizeBytes: 1_000, ...more };
    return { object, name: objectKey, description: '', fileName: objectKey };
  });
  return planBatch(
    { locationId: chance.uuid(), locationName: 'Media', bucket: 'media', settings, items },
    {
      environmentId: 'simulator',
      batchId: chance.uuid(),
      atMs: 0,
      position,
      newId: () => chance.uuid(),
      newAttempt: () => newAttempt(chance),
      sha256,
    },
  );
}

/** The random half of an import reference. */
export const newAttempt = (chance: Chance): string =>
  attemptPart(Uint8Array.from({ length: 5 }, () => chance.below(256)));

const sha256 = (text: string): Uint8Array => createHash('sha256').update(text).digest();
