import type { ManifestLine, ManifestList, ManifestState } from '../../shared/manifests.ts';
import type { ManifestRow, ParsedManifest } from './manifest-row.ts';
import type { MatchedManifest } from './match-rows.ts';

/** Buckets that are shown at most. */
const MAX_BUCKETS = 20;

/** One of the lists of what is wrong with a manifest, as the screen shows and copies it. */
export function linesOf(
  parsed: ParsedManifest,
  result: MatchedManifest | null,
  list: ManifestList,
): ManifestLine[] {
  switch (list) {
    case 'missing':
      return (result?.missing ?? []).map((row) => lineOf(row, row.objectKey, null));
    case 'duplicate':
      return (result?.duplicate ?? []).map(({ row, firstLine }) => lineOf(row, row.objectKey, firstLine));
    case 'other-bucket':
      return (result?.otherBucket ?? []).map((row) =>
        lineOf(row, `s3://${row.bucket ?? ''}/${row.objectKey}`, null),
      );
    case 'unreadable':
      return parsed.problems.map(({ line, reason, text }) => ({ line, text, reason, firstLine: null }));
  }
}

const lineOf = ({ line }: ManifestRow, text: string, firstLine: number | null): ManifestLine => ({
  line,
  text,
  reason: null,
  firstLine,
});

/** The buckets that rows name, the most frequent first. */
export function namedBuckets(rows: readonly ManifestRow[]): ManifestState['buckets'] {
  const counts = new Map<string, number>();
  for (const { bucket } of rows) if (bucket !== null) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  return [...counts]
    .map(([bucket, count]) => ({ bucket, rows: count }))
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MAX_BUCKETS);
}
