import { describe, expect, it } from 'vitest';
import { parseAddress, readingsOf } from '../../../src/renderer/views/browser/parse-address.ts';

const first = (typed: string) => parseAddress(typed)[0];

describe('a pasted address', () => {
  it.each([
    ['s3://b/a/c.mov', 'b', 'a/c.mov'],
    ['S3://b', 'b', ''],
    ['s3://b/day 12 /', 'b', 'day 12 /'],
    ['a/b/', null, 'a/b/'],
    ['100%25/', null, '100%25/'],
    ['arn:aws:s3:::b/a/c.mov', 'b', 'a/c.mov'],
    ['arn:aws-cn:s3:::b', 'b', ''],
    ['https://b.s3.eu-north-1.amazonaws.com/a/day%2012/c.mov?X-Amz-Expires=60', 'b', 'a/day 12/c.mov'],
    ['https://with.dots.s3.amazonaws.com/a', 'with.dots', 'a'],
    ['https://b.s3.dualstack.us-gov-west-1.amazonaws.com/a', 'b', 'a'],
    ['https://b.s3-accelerate.amazonaws.com/a', 'b', 'a'],
    ['https://s3.eu-north-1.amazonaws.com/b/a/c.mov', 'b', 'a/c.mov'],
    ['https://s3-eu-west-1.amazonaws.com/b/a', 'b', 'a'],
    [
      'https://eu-north-1.console.aws.amazon.com/s3/buckets/b?region=eu-north-1&prefix=a%2Fday+12%2F&tab=objects',
      'b',
      'a/day 12/',
    ],
    ['https://s3.console.aws.amazon.com/s3/object/b?prefix=a%2Fc.mov', 'b', 'a/c.mov'],
    ['https://s3.console.aws.amazon.com/s3/buckets/b', 'b', ''],
  ])('%s is read', (typed, bucket, key) => {
    expect(first(typed)).toEqual({ bucket, key });
  });

  it('of a store of one’s own may name its bucket in the path or in the host', () => {
    expect(parseAddress('https://media.ceph.local:8443/a/c.mov')).toEqual([
      { bucket: 'a', key: 'c.mov' },
      { bucket: 'media', key: 'a/c.mov' },
    ]);
  });

  it.each([
    '"s3://b/a/"',
    "'s3://b/a/'",
    '`s3://b/a/`',
    '“s3://b/a/”',
    ' <s3://b/a/>\r\n',
    '\n\t s3://b/a/\n',
  ])('is taken out of what stands around it: %j', (typed) => {
    expect(first(typed)).toEqual({ bucket: 'b', key: 'a/' });
  });

  it('keeps a quote that has no partner, and spaces that can belong to the key', () => {
    expect(first('"a/b/')).toEqual({ bucket: null, key: '"a/b/' });
    expect(first('"s3://b/clip "')).toEqual({ bucket: 'b', key: 'clip ' });
  });

  it.each(['ftp://b/a', 'https://', 'https://h/%E0%A4%A', 'https://console.aws.amazon.com/ec2/home'])(
    'that leads to no object is not read: %s',
    (typed) => {
      expect(parseAddress(typed)).toEqual([]);
    },
  );
});

describe('a key', () => {
  it('is a folder by its slash and an object by its extension', () => {
    expect(readingsOf('a/b/')).toEqual([{ prefix: 'a/b/', name: '' }]);
    expect(readingsOf('a/b.mov')).toEqual([{ prefix: 'a/', name: 'b.mov' }]);
    expect(readingsOf('')).toEqual([{ prefix: '', name: '' }]);
  });

  it('that could be either is tried as a folder, then as an object, then without spaces at its end', () => {
    expect(readingsOf('a/b ')).toEqual([
      { prefix: 'a/b /', name: '' },
      { prefix: 'a/', name: 'b ' },
      { prefix: 'a/b/', name: '' },
      { prefix: 'a/', name: 'b' },
    ]);
  });
});
