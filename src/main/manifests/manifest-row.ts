import type { ManifestProblemReason } from '../../shared/manifests.ts';

/** One object that a manifest asks for, with what it says of it beside its key. */
export interface ManifestRow {
  /** Line of the file, from 1; the number of the entry in a JSON manifest. */
  readonly line: number;
  readonly objectKey: string;
  /** Null where the row names no bucket: it is then meant to lie in the one that is looked in. */
  readonly bucket: string | null;
  readonly name: string | null;
  readonly description: string | null;
  readonly project: string | null;
}

/** A line that could not be used, as data: the screen finds the words. */
export interface ManifestProblem {
  readonly line: number;
  readonly reason: ManifestProblemReason;
  /** The line, or its beginning. */
  readonly text: string;
}

/** What a file was found to say. */
export interface ParsedManifest {
  readonly rows: readonly ManifestRow[];
  readonly problems: readonly ManifestProblem[];
}

/** Most lines that are read: three times the largest queue, and a second's work. */
export const MAX_LINES = 100_000;
/** Longest object key that S3 knows, in UTF-8 bytes. */
const LONGEST_KEY_BYTES = 1_024;
/** How much of a bad line is kept to show it, in characters. */
const SHOWN_CHARACTERS = 200;

/** What a reader of one format found in one line; text as it stands in the file. */
export interface RawRow {
  readonly line: number;
  readonly address: string;
  readonly bucket?: string;
  readonly name?: string;
  readonly description?: string;
  readonly project?: string;
}

/** Makes a problem of a line, cut to what can be shown. */
export const problemOf = (line: number, reason: ManifestProblemReason, text: string): ManifestProblem => ({
  line,
  reason,
  text: text.slice(0, SHOWN_CHARACTERS),
});

/** Makes rows of what a reader found; what names no object becomes a problem. */
export function collectRows(
  raw: Iterable<RawRow>,
  problems: readonly ManifestProblem[] = [],
): ParsedManifest {
  const rows: ManifestRow[] = [];
  const found = [...problems];
  for (const one of raw) {
    if (rows.length === MAX_LINES) {
      found.push(problemOf(one.line, 'too-many-lines', one.address));
      break;
    }
    const row = rowOf(one);
    if (typeof row === 'string') found.push(problemOf(one.line, row, one.address));
    else rows.push(row);
  }
  return { rows, problems: found.toSorted((a, b) => a.line - b.line) };
}

function rowOf(raw: RawRow): ManifestRow | ManifestProblemReason {
  const { bucket, objectKey } = addressOf(raw.address);
  if (objectKey === '') return 'no-key';
  if (/\p{Surrogate}/u.test(objectKey)) return 'not-text';
  if (Buffer.byteLength(objectKey) > LONGEST_KEY_BYTES) return 'key-too-long';
  const { line, name, description, project } = raw;
  return {
    line,
    objectKey,
    bucket: bucket ?? given(raw.bucket),
    name: given(name),
    description: given(description),
    project: given(project),
  };
}

/** Takes `s3://bucket/key` and `arn:aws:s3:::bucket/key` apart; anything else is a key, to the letter. */
function addressOf(text: string): { readonly bucket: string | null; readonly objectKey: string } {
  const match = /^\s*(?:s3:\/\/|arn:aws[a-z-]*:s3:::)([^/\s]+)(?:\/([\s\S]*))?$/i.exec(text);
  if (match === null) return { bucket: null, objectKey: text };
  return { bucket: match[1] ?? null, objectKey: match[2] ?? '' };
}

const given = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};
