import { parse, type Options } from 'csv-parse/sync';
import { columnsOf, type Columns } from './columns.ts';
import { unguard } from './formula-guard.ts';
import { collectRows, MAX_LINES, problemOf, type ParsedManifest, type RawRow } from './manifest-row.ts';

/** What separates cells; the order decides when two are equally frequent. */
const delimiters = ['\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];

/** The cells of a row, and the line of the file that it begins in. */
interface TableRow {
  readonly record: readonly string[];
  readonly line: number;
}

/** Reads comma, semicolon or tab separated values: RFC 4180, and what spreadsheets make of it. */
export function parseCsv(text: string, fallback: Delimiter = ','): ParsedManifest {
  const declared = /^sep=([,;\t])\r?\n/i.exec(text);
  const body = declared === null ? text : text.slice(declared[0].length);
  const skippedLines = declared === null ? 0 : 1;
  const delimiter = (declared?.[1] ?? delimiterOf(body) ?? fallback) as Delimiter;
  const { records, unclosed } = recordsOf(body, delimiter);
  const [head] = records;
  const columns = head === undefined ? null : columnsOf(head.record);
  const rows = columns === null ? records : records.slice(1);
  return collectRows(
    rows.map(({ record, line }) => rawRow(record, line + skippedLines, columns ?? keyFirst)),
    unclosed === null ? [] : [problemOf(unclosed.line + skippedLines, 'unclosed-quote', unclosed.text)],
  );
}

/** Without headings only the first column means something. */
const keyFirst: Columns = new Map([['address', 0]]);

function recordsOf(text: string, delimiter: Delimiter) {
  const options: Options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // One more than is kept, so that the rest is told of; and a heading.
    to: MAX_LINES + 2,
  };
  try {
    return { records: parseRecords(text, options), unclosed: null };
  } catch (thrown) {
    if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown;
    // A quote that is never closed: a key may contain one. Then quotes mean themselves, and the operator is told.
    const line = 'lines' in thrown ? Number(thrown.lines) : 1;
    return {
      records: parseRecords(text, { ...options, quote: false }),
      unclosed: { line, text: text.split(/\r\n|\n|\r/, line)[line - 1] ?? '' },
    };
  }
}

function parseRecords(text: string, options: Options): readonly TableRow[] {
  // The library's type for `info` is of records as objects; with arrays of text it is this.
  const parsed = parse(text, options) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  // It tells the line in which a record ends, and counts a CR LF within quotes as two.
  let countedTwice = 0;
  return parsed.map(({ record, info }) => {
    const breaks = record.flatMap((cell) => cell.match(/\r\n|\n|\r/g) ?? []);
    countedTwice += breaks.filter((one) => one === '\r\n').length;
    return { record, line: info.lines - countedTwice - breaks.length };
  });
}

function rawRow(record: readonly string[], line: number, columns: Columns): RawRow {
  const cell = (field: Parameters<Columns['get']>[0]): string => {
    const at = columns.get(field);
    return at === undefined ? '' : unguard(record[at] ?? '');
  };
  return {
    line,
    address: cell('address'),
    bucket: cell('bucket'),
    name: cell('name'),
    description: cell('description'),
    project: cell('project'),
  };
}

/** The most frequent separator of the first line, outside quotes; null when there is none. */
export function delimiterOf(text: string): Delimiter | null {
  const first = (/^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counted = delimiters.map((delimiter) => ({ delimiter, count: first.split(delimiter).length - 1 }));
  const best = counted.toSorted((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? null : best.delimiter;
}
