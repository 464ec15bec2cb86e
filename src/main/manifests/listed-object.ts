import { reasonNumber, reasonOrder } from '../browse/pickable.ts';
import type { SelectedObject } from '../imports/selected-object.ts';
import type { PageColumns } from '../s3/page-columns.ts';

/** An object of a listing page as the batch sheet and the queue know it. */
export function listedObject(page: PageColumns, row: number): SelectedObject {
  const objectKey = page.keyText(row);
  const sizeBytes = page.sizes[row] ?? 0;
  const storageClass = page.classNames[page.classes[row] ?? 0] ?? '';
  const reason = reasonNumber({
    keyBytes: page.keyBytes(row).length,
    endsWithSlash: objectKey.endsWith('/'),
    sizeBytes,
    storageClass,
    restore: page.restores[row] ?? 0,
  });
  return {
    objectKey,
    sizeBytes,
    modifiedMs: page.modified[row] ?? 0,
    etag: page.etagText(row),
    storageClass,
    notPickable: reasonOrder[reason] ?? null,
  };
}
