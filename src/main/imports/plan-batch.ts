import type { BatchSettings } from '../../shared/imports.ts';
import type { EnvironmentId } from '../../shared/session.ts';
import { objectPart, refKey } from './import-reference.ts';
import type { JournalRecord } from './records.ts';
import type { SelectedObject } from './selected-object.ts';

/** What the operator started: one video for each item, all filed alike. */
export interface BatchPlan {
  readonly locationId: string;
  readonly locationName: string;
  readonly bucket: string;
  readonly settings: BatchSettings;
  readonly items: readonly {
    readonly object: SelectedObject;
    readonly name: string;
    readonly description: string;
    readonly fileName: string;
  }[];
}

/** What a plan is written with. */
export interface PlanContext {
  readonly environmentId: EnvironmentId;
  readonly batchId: string;
  /** Workstation time, epoch milliseconds. */
  readonly atMs: number;
  /** Of the first item; the others follow. */
  readonly position: number;
  readonly newId: () => string;
  readonly newAttempt: () => string;
  readonly sha256: (text: string) => Uint8Array;
}

/** The records of a batch: all of them go to disk in one write, so a batch is queued whole or not at all. */
export function planBatch(plan: BatchPlan, context: PlanContext): readonly JournalRecord[] {
  const { environmentId, batchId, atMs, position, newId, newAttempt, sha256 } = context;
  const { locationId, locationName, bucket, settings, items } = plan;
  return [
    {
      type: 'batch',
      batch: {
        batchId,
        createdAtMs: atMs,
        environmentId,
        locationId,
        locationName,
        bucket,
        settings,
        anchorMs: null,
        audited: false,
      },
    },
    ...items.map(({ object, name, description, fileName }, index): JournalRecord => {
      const { objectKey, sizeBytes, etag } = object;
      const ref = settings.importReference
        ? refKey({ object: objectPart({ bucket, objectKey, etag }, sha256), attempt: newAttempt() })
        : null;
      const plan = { jobId: newId(), batchId, position: position + index, objectKey, sizeBytes, etag };
      return { type: 'planned', atMs, ref, ...plan, name, description, fileName };
    }),
  ];
}
