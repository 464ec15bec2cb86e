import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExactly, type PageHead } from '../../../src/main/s3/exact-page.ts';
import { parseListPage } from '../../../src/main/s3/list-page.ts';
import { PageColumns } from '../../../src/main/s3/page-columns.ts';
import { usualHead } from '../../../src/main/s3/usual-envelope.ts';

const names = [
  'Name',
  'Prefix',
  'IsTruncated',
  'NextContinuationToken',
  'KeyCount',
  'EncodingType',
  'Contents',
];
const text = fc.oneof(
  fc.constantFrom('true', 'false', ' false ', '0', 'url', 'media', ''),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('&amp;', ']', ']]>', '<', '>', '/', '"', '\r', '\t', 'é', '\u0085', 'a'),
    maxLength: 4,
  }),
);
const field = fc.record({
  name: fc.constantFrom(...names),
  text,
  form: fc.constantFrom('whole', 'whole', 'whole', 'empty', 'open'),
});
const envelope = fc
  .record({
    head: fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '<?xml version="1.1"?>', '\ufeff'),
    root: fc.constantFrom(
      '<ListBucketResult>',
      '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    ),
    fields: fc.array(field, { maxLength: 6 }),
    tail: fc.constantFrom('</ListBucketResult>', '</ListBucketResult>\n', '', '</ListBucketResult><a/>'),
  })
  .map(({ head, root, fields, tail }) => {
    const inside = fields.map((one) =>
      one.form === 'whole'
        ? `<${one.name}>${one.text}</${one.name}>`
        : `<${one.name}${one.form === 'empty' ? '/' : ''}>`,
    );
    return `${head}${root}<Name>media</Name><IsTruncated>false</IsTruncated>${inside.join('')}${tail}`;
  });

const outcomeOf = (read: () => PageHead): unknown => {
  try {
    return read();
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : thrown;
  }
};

describe('what stands around the objects of a page', () => {
  it('is read without the XML parser just as with it, or left to it', () => {
    let read = 0;
    fc.assert(
      fc.property(envelope, (xml) => {
        const usual = outcomeOf(() => {
          const head = usualHead(xml);
          if (head === null) throw new Error('left');
          return head;
        });
        if (usual === 'left') return;
        read += 1;
        expect(usual).toEqual(outcomeOf(() => parseExactly(xml, new PageColumns())));
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('hides no object that is empty', () => {
    const xml =
      '<ListBucketResult><Name>media</Name><IsTruncated>false</IsTruncated><Contents/></ListBucketResult>';
    expect(usualHead(xml)).toBeNull();
    expect(() => parseListPage(Buffer.from(xml), new PageColumns())).toThrow('an object has no key');
  });
});
