import { fieldOf } from './columns.ts';
import {
  collectRows,
  problemOf,
  type ManifestProblem,
  type ParsedManifest,
  type RawRow,
} from './manifest-row.ts';

/** Reads JSON: an array of keys or of objects, alone or as the only array of an object, or one value a line. */
export function parseJson(text: string): ParsedManifest {
  const whole = valueOf(text);
  if (whole !== undefined) return entriesOf(listOf(whole));
  const lines = text.split(/\r\n|\n|\r/).map((line) => ({ line, value: valueOf(line) }));
  if (lines.some(({ line, value }) => value === undefined && line.trim() !== ''))
    return { rows: [], problems: [problemOf(1, 'invalid-json', text.trimStart())] };
  return entriesOf(lines.flatMap(({ value }) => (value === undefined ? [] : [value])));
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller tries line by line, then says so.
    return undefined;
  }
}

/** The list within an answer of a tool, such as `{"Contents": [{"Key": …}]}`. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  const lists = Object.values(value).filter(Array.isArray);
  return lists.length === 1 ? (lists[0] ?? []) : [value];
}

function entriesOf(entries: readonly unknown[]): ParsedManifest {
  const problems: ManifestProblem[] = [];
  const raw: RawRow[] = [];
  for (const [index, entry] of entries.entries()) {
    const line = index + 1;
    if (typeof entry === 'string') raw.push({ line, address: entry });
    else if (typeof entry === 'object' && entry !== null && !Array.isArray(entry))
      raw.push(objectRow(line, entry));
    else problems.push(problemOf(line, 'not-an-object', JSON.stringify(entry)));
  }
  return collectRows(raw, problems);
}

function objectRow(line: number, entry: object): RawRow {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(entry)) {
    const field = fieldOf(name);
    // The first of two names for the same thing counts.
    if (field !== null && !cells.has(field) && typeof value === 'string') cells.set(field, value);
  }
  const cell = (field: string): string => cells.get(field) ?? '';
  return {
    line,
    address: cell('address'),
    bucket: cell('bucket'),
    name: cell('name'),
    description: cell('description'),
    project: cell('project'),
  };
}
