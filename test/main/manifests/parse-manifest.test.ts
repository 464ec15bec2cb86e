import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LINES, type ManifestRow } from '../../../src/main/manifests/manifest-row.ts';
import { parseManifest } from '../../../src/main/manifests/parse-manifest.ts';

const parse = (text: string, fileName = 'list.txt') => parseManifest(text, fileName);
const keys = (text: string, fileName?: string): readonly string[] =>
  parse(text, fileName).rows.map(({ objectKey }) => objectKey);
const row = (line: number, objectKey: string, more: Partial<ManifestRow> = {}): ManifestRow => ({
  line,
  objectKey,
  bucket: null,
  name: null,
  description: null,
  project: null,
  ...more,
});

describe('a plain list', () => {
  it('is taken to the letter: commas, quotes, leading signs and odd spaces belong to the key', () => {
    expect(keys('a, b.mov\n"c".mov\n=d.mov\n e.mov \r\n\r\nf\u00a0g.mov\r')).toEqual([
      'a, b.mov',
      '"c".mov',
      '=d.mov',
      ' e.mov ',
      'f\u00a0g.mov',
    ]);
  });

  it('takes s3 addresses and ARNs apart, and counts lines as an editor does', () => {
    expect(parse('\n s3://media/x/y.mov\narn:aws:s3:::media/z.mov\nplain/s3://k.mov').rows).toEqual([
      row(2, 'x/y.mov', { bucket: 'media' }),
      row(3, 'z.mov', { bucket: 'media' }),
      row(4, 'plain/s3://k.mov'),
    ]);
  });

  it('skips a heading, and names addresses without a key and keys that S3 does not know', () => {
    const { rows, problems } = parse(`Key\na.mov\ns3://media/\n${'æ'.repeat(513)}`);
    expect(rows).toEqual([row(2, 'a.mov')]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'no-key'],
      [4, 'key-too-long'],
    ]);
  });

  it('says where it stops when there are too many lines', () => {
    const { rows, problems } = parse(Array.from({ length: MAX_LINES + 5 }, (_, n) => `${n}.mov`).join('\n'));
    expect(rows.length).toBe(MAX_LINES);
    expect(problems).toEqual([{ line: MAX_LINES + 1, reason: 'too-many-lines', text: `${MAX_LINES}.mov` }]);
  });
});

describe('a table', () => {
  it('is read by its headings, in any order and in words that tools write', () => {
    const text =
      '\ufeffTitle;Size;S3 URI;Beskrivelse;Project name\r\nOne;12;s3://b/1.mov;"Two\r\nlines";Isen\r\n;;2.mov;;\r\n';
    expect(parse(text, 'from-excel.csv').rows).toEqual([
      row(2, '1.mov', { bucket: 'b', name: 'One', description: 'Two\r\nlines', project: 'Isen' }),
      row(4, '2.mov'),
    ]);
  });

  it('needs no headings: the first column is the key', () => {
    expect(keys('"a,1.mov",123\n"b ""x"".mov",456', 'x.csv')).toEqual(['a,1.mov', 'b "x".mov']);
  });

  it('is known by its headings where the name says nothing, as when it is pasted', () => {
    expect(parse('key\tname\nå.mov\tAa', '').rows).toEqual([row(2, 'å.mov', { name: 'Aa' })]);
  });

  it('heeds the separator that Excel declares', () => {
    expect(parse('sep=;\r\nkey;name\r\na,b.mov;N', 'x.csv').rows).toEqual([row(3, 'a,b.mov', { name: 'N' })]);
  });

  it('tells of a quote that is never closed, and takes quotes to the letter then', () => {
    const { rows, problems } = parse('key,name\n"a.mov,One\nb.mov,Two', 'x.csv');
    expect(rows.map(({ objectKey }) => objectKey)).toEqual(['"a.mov', 'b.mov']);
    expect(problems.map(({ reason }) => reason)).toEqual(['unclosed-quote']);
  });
});

describe('a JSON manifest', () => {
  it('is a list of keys or objects, alone, within a tool’s answer, or one a line', () => {
    expect(keys('["a.mov","s3://b/c.mov"]', 'x.json')).toEqual(['a.mov', 'c.mov']);
    expect(keys('{"IsTruncated":false,"Contents":[{"Key":"a.mov","Size":1}]}')).toEqual(['a.mov']);
    expect(parse('{"objectKey":"=a","name":"N","bucket":"b"}\n{"key":"c"}\n', 'x.jsonl').rows).toEqual([
      row(1, '=a', { name: 'N', bucket: 'b' }),
      row(2, 'c'),
    ]);
  });

  it('names entries that are no objects, and a text that is no JSON', () => {
    expect(
      parse('[1,{"key":"a"},{"size":3},null]', 'x.json').problems.map(({ line, reason }) => [line, reason]),
    ).toEqual([
      [1, 'not-an-object'],
      [3, 'no-key'],
      [4, 'not-an-object'],
    ]);
    expect(parse('{"key": ', 'x.json').problems[0]?.reason).toBe('invalid-json');
  });
});

describe('any text', () => {
  const names = fc.constantFrom('a.csv', 'a.tsv', 'a.json', 'a.txt', '');
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'key', 's3://', 'a', '[', '{', '}', ']', ':'))
      .map((parts) => parts.join('')),
  );

  it('never throws, and yields only rows that S3 can be asked for', () => {
    fc.assert(
      fc.property(texts, names, (text, name) => {
        const { rows, problems } = parse(text, name);
        const lines = text.split(/\r\n|\n|\r/).length;
        for (const { line, objectKey } of rows) {
          expect(objectKey).not.toBe('');
          expect(Buffer.byteLength(objectKey)).toBeLessThanOrEqual(1_024);
          if (!text.trimStart().startsWith('[') && !text.trimStart().startsWith('{')) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lines);
          }
        }
        for (const { text: shown } of problems) expect(shown.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('gives quoted cells back exactly, whatever is in them and whatever separates them', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => !/^['\s]|^s3:|^arn:|\0/i.test(text) && text.trim() !== '');
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (cells, separator, newline) => {
          const text = ['key', ...cells.map(quoted)]
            .map((key) => `${key}${separator}x`)
            .join(newline)
            .replace('x', 'name');
          expect(keys(text, 'x.csv')).toEqual(cells);
        },
      ),
    );
  });
});
