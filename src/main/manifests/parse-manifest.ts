import { columnsOf } from './columns.ts';
import { collectRows, type ParsedManifest } from './manifest-row.ts';
import { delimiterOf, parseCsv } from './parse-csv.ts';
import { parseJson } from './parse-json.ts';

/**
 * Reads a manifest in whatever form it came: by its name, or by its looks where it has none or only `.txt`. A plain
 * list is taken to the letter, commas included: object keys may contain anything.
 */
export function parseManifest(text: string, fileName: string): ParsedManifest {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (ending === 'json' || ending === 'jsonl' || ending === 'ndjson') return parseJson(plain);
  if (ending === 'csv') return parseCsv(plain);
  if (ending === 'tsv') return parseCsv(plain, '\t');
  if (looksLikeJson(plain)) return parseJson(plain);
  return isTable(plain) ? parseCsv(plain) : parseList(plain);
}

/** A key may begin with a bracket: only what a JSON list of keys or objects begins with counts. */
const looksLikeJson = (text: string): boolean => /^\s*(\[\s*["{\]]|\{\s*["}])/.test(text);

const firstLine = (text: string): string => /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '';

/** Whether the first line is made of headings. */
function isTable(text: string): boolean {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return false;
  const cells = firstLine(text).split(delimiter);
  return columnsOf(cells.map((cell) => cell.replace(/^"|"$/g, ''))) !== null;
}

/** One key or `s3://` address a line; empty lines are nothing, and neither is a heading. */
function parseList(text: string): ParsedManifest {
  const isHeaded = columnsOf([firstLine(text)]) !== null;
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((address, index) => ({ line: index + 1, address }))
    .filter(({ address }) => address.trim() !== '');
  return collectRows(isHeaded ? lines.slice(1) : lines);
}
