import type { ManifestLine, ManifestList, ManifestState } from '../../shared/manifests.ts';
import type { ManifestRow, ParsedManifest } from './manifest-row.ts';
import type { MatchedManifest } from './match-rows.ts';

/** Buckets and projects that are told of at most. */
const MAX_NAMES = 20;

/** A part of one of the lists of what became of a manifest's lines, as the screen shows and copies it. */
export function linesOf(
  parsed: ParsedManifest,
  result: MatchedManifest | null,
  list: ManifestList,
  from = 0,
  to = Infinity,
): ManifestLine[] {
  const part = <Item>(items: readonly Item[] | undefined): readonly Item[] => items?.slice(from, to) ?? [];
  switch (list) {
    case 'matched':
      return part(result?.matched).map(({ row, object }) => ({
        ...lineOf(row, row.objectKey),
        foundKey: object.objectKey === row.objectKey ? null : object.objectKey,
      }));
    case 'missing':
      return part(result?.missing).map((row) => lineOf(row, row.objectKey));
    case 'duplicate':
      return part(result?.duplicate).map(({ row, firstLine }) => ({
        ...lineOf(row, row.objectKey),
        firstLine,
      }));
    case 'other-bucket':
      return part(result?.otherBucket).map((row) => lineOf(row, `s3://${row.bucket ?? ''}/${row.objectKey}`));
    case 'unreadable':
      return part(parsed.problems).map(({ line, reason, text }) => ({ ...lineOf({ line }, text), reason }));
  }
}

const lineOf = ({ line }: Pick<ManifestRow, 'line'>, text: string): ManifestLine => ({
  line,
  text,
  reason: null,
  firstLine: null,
  foundKey: null,
});

/** The buckets that rows name, the most frequent first. */
export function namedBuckets(rows: readonly ManifestRow[]): ManifestState['buckets'] {
  const counts = new Map<string, number>();
  for (const { bucket } of rows) if (bucket !== null) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return [...counts]
    .map(([bucket, count]) => ({ bucket, rows: count }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MAX_NAMES);
}

/** The projects that rows name, in their order. */
export const namedProjects = (rows: readonly ManifestRow[]): string[] =>
  [...new Set(rows.flatMap(({ project }) => project ?? []))].slice(0, MAX_NAMES);
