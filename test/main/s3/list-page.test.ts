import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseListPage, parseSlowly } from '../../../src/main/s3/list-page.ts';
import { PageColumns } from '../../../src/main/s3/page-columns.ts';
import { scanContents } from '../../../src/main/s3/scan-contents.ts';
import { escapeXml, listXml, type XmlObject } from './list-xml.ts';

const rowsOf = (page: PageColumns) =>
  Array.from({ length: page.count }, (_, row) => ({
    key: page.keyText(row),
    size: page.sizes[row],
    modified: page.modified[row],
    storageClass: page.classNames[page.classes[row] ?? 0],
    restore: page.restores[row],
    parts: page.etagParts[row],
    etag:
      page.otherEtags.get(row) ??
      ((page.etagParts[row] ?? 0) > 0xff_f0
        ? ''
        : Buffer.from(page.etags.subarray(row * 16, row * 16 + 16)).toString('hex')),
  }));

const numeric = (text: string): string =>
  Array.from(
    text,
    (char) =>
      `&#${(char.codePointAt(0) ?? 0) % 2 === 0 ? 'x' : ''}${(char.codePointAt(0) ?? 0).toString((char.codePointAt(0) ?? 0) % 2 === 0 ? 16 : 10)};`,
  ).join('');

const keyArbitrary = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      'a+b %20&c?#.mp4',
      '😀/𝒳.mov',
      ' lead',
      'trail ',
      '../..//x',
      '%2e%2e/',
      '</Key>',
      '<![CDATA[x]]>',
      'é',
      'e\u0301',
      '\n',
      '\t\r\u0001',
      '\u007f\u0085\u009f\u2028\ufffe\uffff',
    ),
  )
  // Lone surrogates have no UTF-8, and NUL no place in XML.
  .filter((key) => Buffer.from(key).toString() === key && !key.includes('\0'));

const objectArbitrary: fc.Arbitrary<XmlObject> = fc.record({
  key: keyArbitrary,
  size: fc.nat({ max: 5e13 }),
  modified: fc
    .date({ min: new Date('2006-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  etag: fc.oneof(
    fc.constantFrom(
      '"0123456789abcdef0123456789abcdef"',
      '"0123456789abcdef0123456789abcdef-12"',
      '""',
      '"odd-etag"',
      '0123456789abcdef0123456789abcdef',
      '"ABCDEF6789abcdef0123456789abcdef"',
      '"0123456789abcdef0123456789abcdef-99999"',
    ),
  ),
  storageClass: fc.constantFrom('STANDARD', 'GLACIER', 'DEEP_ARCHIVE', 'INTELLIGENT_TIERING', 'SNOWISH!'),
  extra: fc.constantFrom(
    '',
    '<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>',
    '<Owner><ID>x</ID><DisplayName>y</DisplayName></Owner>',
    '<RestoreStatus><IsRestoreInProgress>true</IsRestoreInProgress></RestoreStatus>',
    '<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>2027-01-01T00:00:00.000Z</RestoreExpiryDate></RestoreStatus>',
    '<ETagX/>',
    '\n  ',
    '<!-- hello -->',
    '<Future>1</Future>',
  ),
});

describe('a listing page', () => {
  it('is read by the scanner exactly as by the XML parser, whatever the keys', () => {
    let keys = 0;
    fc.assert(
      fc.property(
        fc.array(objectArbitrary, { maxLength: 120, size: 'max' }),
        fc.array(keyArbitrary, { maxLength: 5 }),
        fc.option(fc.string({ minLength: 1 }).filter((token) => token.trim() !== '')),
        fc.constantFrom(escapeXml, numeric),
        (objects, prefixes, nextToken, escape) => {
          const body = listXml({ objects, prefixes, nextToken, escape });
          const fast = new PageColumns();
          const slow = new PageColumns();
          const head = parseListPage(body, fast);
          const exact = parseSlowly(body, slow);
          expect(rowsOf(fast)).toEqual(rowsOf(slow));
          expect(fast.prefixes).toEqual(slow.prefixes);
          expect({ ...head, entries: 0 }).toEqual({ ...exact, entries: 0 });
          expect(rowsOf(fast).map((row) => row.key)).toEqual(objects.map((object) => object.key));
          expect(rowsOf(fast).map((row) => row.size)).toEqual(objects.map((object) => object.size));
          keys += objects.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(keys).toBeGreaterThan(10_000);
  });

  it('needs no XML parser for the objects of the form that S3 writes', () => {
    const body = listXml({
      objects: [{ key: 'a&b 😀.mov' }, { key: 'c', storageClass: 'GLACIER', extra: '<Type>Normal</Type>' }],
    });
    const columns = new PageColumns();
    const from = body.indexOf('<Contents>');
    const to = body.lastIndexOf('</Contents>') + '</Contents>'.length;
    expect(scanContents(body, from, to, columns)).toBe(true);
    expect(rowsOf(columns).map((row) => [row.key, row.storageClass])).toEqual([
      ['a&b 😀.mov', 'STANDARD'],
      ['c', 'GLACIER'],
    ]);
  });

  it('is never taken for empty when it is no listing', () => {
    const whole = listXml({ objects: [{ key: 'k' }], nextToken: 't' }).toString();
    const broken = [
      '',
      '<html><body>Log in</body></html>',
      '{"ok":true}',
      '<Error><Code>SlowDown</Code></Error>',
      whole.slice(0, -10),
      whole.replace('<Name>b</Name>', ''),
      whole.replace('<IsTruncated>true</IsTruncated>', ''),
      whole.replace('<NextContinuationToken>t</NextContinuationToken>', ''),
      whole.replace('<Key>k</Key>', ''),
      whole.replace('<Key>k</Key>', '<Key/>'),
      whole.replace('<Size>1</Size>', ''),
      whole.replace('<Size>1</Size>', '<Size>-1</Size>'),
      whole.replace('2026-03-04', 'yesterday'),
      whole.replace('<Contents>', '<contents>').replace('</Contents>', '</contents>'),
      whole.replace('<KeyCount>1', '<EncodingType>url</EncodingType><KeyCount>1'),
      whole.replace('<Key>k</Key>', '<Key>k&unknown;</Key>'),
      '<!DOCTYPE x [<!ENTITY a "b">]>' + whole.slice(whole.indexOf('<List')),
    ];
    for (const text of broken) {
      expect(() => parseListPage(Buffer.from(text), new PageColumns()), text.slice(0, 80)).toThrow(
        /not a listing/,
      );
    }
  });

  it('survives any truncation of the body without inventing a row', () => {
    const body = listXml({ objects: [{ key: 'one' }, { key: 'two' }], prefixes: ['p/'] });
    for (let length = 0; length < body.length; length += 1) {
      expect(() => parseListPage(body.subarray(0, length), new PageColumns())).toThrow(/not a listing/);
    }
  });

  it('is refused in the same words wherever a byte of it is damaged, unless it still reads as a listing', () => {
    const body = listXml({
      objects: [
        { key: 'one' },
        { key: 'one/two', etag: '"0123456789abcdef0123456789abcdef-7"' },
        { key: 'z' },
      ],
    });
    let refused = 0;
    for (const byte of Buffer.from('<>&"/-0Z\r\n')) {
      for (let at = 0; at < body.length; at += 1) {
        const damaged = Buffer.from(body);
        damaged[at] = byte;
        try {
          parseListPage(damaged, new PageColumns());
        } catch (thrown) {
          expect(String(thrown)).toMatch(/not a listing/);
          refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(body.length);
  });

  it('accepts attributes, other prefixes and empty elements by the slow road', () => {
    const xml =
      '<?xml version="1.0"?><s3:ListBucketResult xmlns:s3="x"><s3:Name>b</s3:Name><s3:IsTruncated>false</s3:IsTruncated><s3:Contents a="1"><s3:Key>k</s3:Key><s3:Size>7</s3:Size><s3:LastModified>2026-01-01T00:00:00Z</s3:LastModified><s3:ETag/></s3:Contents></s3:ListBucketResult>';
    const columns = new PageColumns();
    expect(parseListPage(Buffer.from(xml), columns)).toMatchObject({ isTruncated: false, nextToken: null });
    expect(rowsOf(columns)).toMatchObject([{ key: 'k', size: 7, etag: '' }]);
  });

  it('keeps keys of 1,024 bytes whole, a thousand of them', () => {
    const objects = Array.from({ length: 1_000 }, (_, index) => ({ key: `${index}`.padEnd(1_024, '&') }));
    const columns = new PageColumns();
    parseListPage(listXml({ objects }), columns);
    expect(rowsOf(columns).map((row) => row.key)).toEqual(objects.map((object) => object.key));
  });
});
