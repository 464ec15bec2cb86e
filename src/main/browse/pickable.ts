import type { NotPickableReason } from '../../shared/browse.ts';
import { MAX_OBJECT_BYTES } from '../imports/selected-object.ts';
import { restoreStates } from '../s3/page-columns.ts';

/** Reasons in the order of their number in a row's flags; 0 is none. */
export const reasonOrder: readonly (NotPickableReason | null)[] = [
  null,
  'archived',
  'restoring',
  'zero-bytes',
  'folder-marker',
  'key-too-long',
  'over-500-gb',
];

/** The one reason in a set of their numbers as bits; null where there are several, or none. */
export const onlyReason = (bits: number): NotPickableReason | null =>
  reasonOrder.find((reason, number) => reason !== null && (bits & ~1) === 1 << number) ?? null;

/** Longest object key that S3 knows, in UTF-8 bytes. */
const LONGEST_KEY_BYTES = 1_024;
/** Storage classes whose objects have to be restored before anybody can read them. */
const ARCHIVES: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** Why an object cannot be imported, as its number in {@link reasonOrder}. */
export function reasonNumber(object: {
  readonly keyBytes: number;
  readonly endsWithSlash: boolean;
  readonly sizeBytes: number;
  readonly storageClass: string;
  readonly restore: number;
}): number {
  if (object.endsWithSlash) return 4;
  if (object.keyBytes > LONGEST_KEY_BYTES) return 5;
  if (object.sizeBytes === 0) return 3;
  // Said before that it is archived: restoring it would cost money and not help.
  if (object.sizeBytes > MAX_OBJECT_BYTES) return 6;
  if (!ARCHIVES.has(object.storageClass) || object.restore === restoreStates.restored) return 0;
  return object.restore === restoreStates.inProgress ? 2 : 1;
}
