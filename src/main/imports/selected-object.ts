import type { NotPickableReason } from '../../shared/browse.ts';

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
