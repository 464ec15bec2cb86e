import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/main/platform/clock.ts';
import { keyRange } from '../../../src/main/s3/key-range.ts';
import type { FetchPage } from '../../../src/main/s3/page-fetcher.ts';
import { PageReader, type PageBody } from '../../../src/main/s3/page-reader.ts';
import { listXml } from './list-xml.ts';

const forever = new AbortController().signal;

/** A reader of a bucket with these pages, and the tokens that it asked for so far. */
function readerOf(pages: Readonly<Record<string, string | Error>>) {
  const asked: string[] = [];
  const fetch: FetchPage = async ({ token }, _, options) => {
    asked.push(token ?? '');
    const page = pages[token ?? ''] ?? new Error('There is no such page.');
    await Promise.resolve();
    if (page instanceof Error) throw page;
    options?.into?.begin();
    options?.into?.append(Buffer.from(page));
    return options?.into?.body ?? Buffer.from(page);
  };
  const reader = new PageReader(fetch, { prefix: '', delimiter: null }, systemClock, () => undefined);
  const range = keyRange(0, null, null);
  /** Reads a page and takes it in, as a listing does. */
  const read = async (): Promise<{ readonly text: string; readonly page: PageBody }> => {
    const page = await reader.next(range, forever);
    range.pages += 1;
    range.token = range.ahead?.token ?? null;
    return { text: page.bytes.toString(), page };
  };
  return { reader, range, asked, read };
}

const page = (key: string, nextToken: string | null): string =>
  listXml({ objects: [{ key }], nextToken }).toString();

describe('pages', () => {
  it('are asked for while the one before is taken in, from the third on', async () => {
    const { asked, read, range } = readerOf({
      '': page('a', '1'),
      '1': page('b', '2'),
      '2': page('c', null),
    });
    expect((await read()).text).toContain('<Key>a</Key>');
    // How long the second takes is to be known, and so it is waited for alone.
    expect(asked).toEqual(['']);
    range.token = '1';
    expect((await read()).text).toContain('<Key>b</Key>');
    expect(asked).toEqual(['', '1', '2']);
    expect((await read()).text).toContain('<Key>c</Key>');
    expect(asked).toEqual(['', '1', '2']);
  });

  it('are found wherever their token stands, and whatever it is made of', async () => {
    const token = '<1&"2">';
    const behind = page('b', null).replace(
      '</ListBucketResult>',
      '<NextContinuationToken>&lt;1&amp;&quot;2&quot;&gt;</NextContinuationToken></ListBucketResult>',
    );
    for (const text of [page('b', token), behind]) {
      const { asked, read, range } = readerOf({ '': text, [token]: page('c', null) });
      range.pages = 1;
      await read();
      expect(asked).toEqual(['', token]);
    }
  });

  it('are not asked for behind the end of a range, nor when that cannot be told', async () => {
    const untilOf = { b: ['a', 'a&amp;b', 'b', 'c'], c: ['b'] };
    for (const [until, keys] of Object.entries(untilOf)) {
      for (const key of keys) {
        const { asked, read, range } = readerOf({
          '': page('x', '1').replace('>x<', `>${key}<`),
          '1': page('z', null),
        });
        range.pages = 1;
        range.until = Buffer.from(until);
        await read();
        expect(asked.length, `${key} until ${until}`).toBe(key < until && !key.includes('&') ? 2 : 1);
      }
    }
  });

  it('are not asked for twice when a server goes in a circle', async () => {
    const { asked, read, range } = readerOf({ '': page('a', '1'), '1': page('b', '1') });
    range.pages = 1;
    range.tokens.add('1');
    await read();
    expect(asked).toEqual(['']);
  });

  it('that fail are told to whoever reads them, and to nobody when nobody does', async () => {
    const { read, range } = readerOf({ '': page('a', '1'), '1': new Error('gone') });
    range.pages = 1;
    await read();
    // A failure that nobody had taken would end the tests here.
    await new Promise((resolve) => void setTimeout(resolve, 5));
    await expect(read()).rejects.toThrow('gone');
  });

  it('share their memory once they are given back, and not before', async () => {
    const { reader, read, range } = readerOf({ '': page('a', '1'), '1': page('b', null) });
    range.pages = 1;
    const first = await read();
    const second = await read();
    expect(second.page.memory).not.toBe(first.page.memory);
    expect(first.page.bytes.toString()).toBe(first.text);
    reader.done(first.page);
    range.token = null;
    expect((await read()).page.memory).toBe(first.page.memory);
  });
});
