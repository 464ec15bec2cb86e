import type { SelectedObject } from '../imports/selected-object.ts';
import type { ManifestRow } from './manifest-row.ts';

/** A row and the object that it turned out to name. */
export interface MatchedRow {
  readonly row: ManifestRow;
  readonly object: SelectedObject;
}

/** What became of the rows of a manifest; each is in exactly one of the lists. */
export interface MatchedManifest {
  readonly matched: readonly MatchedRow[];
  readonly missing: readonly ManifestRow[];
  /** Rows whose object an earlier row names. */
  readonly duplicate: readonly { readonly row: ManifestRow; readonly firstLine: number }[];
  readonly otherBucket: readonly ManifestRow[];
}

/** Whether a row is meant to lie in a bucket: it says so, or names none. */
export const isIn = (bucket: string, row: ManifestRow): boolean =>
  row.bucket === null || row.bucket === bucket;

/** Sorts rows by what was found; of several rows for one object the first counts. */
export function matchRows(
  rows: readonly ManifestRow[],
  bucket: string,
  find: (key: string) => SelectedObject | null,
): MatchedManifest {
  const matched: MatchedRow[] = [];
  const missing: ManifestRow[] = [];
  const duplicate: { row: ManifestRow; firstLine: number }[] = [];
  const otherBucket: ManifestRow[] = [];
  const firstLines = new Map<string, number>();
  for (const row of rows) {
    if (!isIn(bucket, row)) {
      otherBucket.push(row);
      continue;
    }
    const object = find(row.objectKey);
    // What is missing can be listed twice as well.
    const named = object?.objectKey ?? row.objectKey;
    const firstLine = firstLines.get(named);
    if (firstLine !== undefined) duplicate.push({ row, firstLine });
    else if (object === null) missing.push(row);
    else matched.push({ row, object });
    if (firstLine === undefined) firstLines.set(named, row.line);
  }
  return { matched, missing, duplicate, otherBucket };
}
