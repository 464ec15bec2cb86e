import type { NotPickableReason } from '../../shared/browse.ts';
import { GB } from '../../shared/units.ts';

/** Largest object that Pixop imports, in bytes; a larger one is answered 400 (openapi.json, S3 import). */
export const MAX_OBJECT_BYTES = 500 * GB;

/** One object as it was picked: what the batch sheet, the preflight and the engine need to know of it. */
export interface SelectedObject {
  readonly objectKey: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** Without quotes; empty when the listing gave none. */
  readonly etag: string;
  readonly storageClass: string;
  readonly notPickable: NotPickableReason | null;
}
