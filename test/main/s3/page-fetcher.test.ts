import { describe, expect, it } from 'vitest';
import type { BucketClient } from '../../../src/main/s3/bucket-client.ts';
import { problemFailure, problemOf } from '../../../src/main/s3/error-answer.ts';
import { pageFetcher } from '../../../src/main/s3/page-fetcher.ts';

const HEADER = 'x-amz-optional-object-attributes';
const query = { prefix: '', delimiter: null, startAfter: null, token: null, maxKeys: 1_000 } as const;
const never = new AbortController().signal;
const refusal = (status: number, code: string) => {
  const xml = `<Error><Code>${code}</Code></Error>`;
  const answer = { status, headers: {}, body: Buffer.from(code === '' ? '' : xml) };
  return problemFailure(problemOf(answer), 's3:ListBucket', []);
};

/** Lists pages of a bucket on AWS, whose requests are answered in turn; tells of each whether it asked what is restored. */
async function pages(count: number, answers: readonly (Error | null)[]) {
  const asked: boolean[] = [];
  const client: BucketClient = {
    bucket: 'b',
    isAws: true,
    region: () => null,
    async send({ headers }) {
      asked.push(HEADER in (headers ?? {}));
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? null;
      if (answer !== null) throw answer;
      return { status: 200, headers: {}, body: Buffer.from('page') };
    },
  };
  const fetchPage = pageFetcher(client);
  const failures: unknown[] = [];
  for (let page = 0; page < count; page += 1)
    await fetchPage(query, never).catch((thrown: unknown) => failures.push(thrown));
  return { asked, failures };
}

describe('the question what is restored', () => {
  it.each([
    ['an error of the server', 500, 'InternalError'],
    ['an answer of something between', 502, ''],
    ['a denied page', 403, 'AccessDenied'],
  ])('is asked again after %s', async (_, status, code) => {
    const { asked, failures } = await pages(2, [refusal(status, code), null]);
    expect(failures).toHaveLength(1);
    expect(asked).toEqual([true, true]);
  });

  it.each([
    ['as a bad request', 400, 'InvalidArgument'],
    ['as not implemented', 501, 'NotImplemented'],
    ['as not implemented, without a word', 501, ''],
  ])('is left out once it is refused %s, and the page comes', async (_, status, code) => {
    const { asked, failures } = await pages(2, [refusal(status, code), null]);
    expect(failures).toEqual([]);
    expect(asked).toEqual([true, false, false]);
  });

  it('is asked again where the same page is refused without it too', async () => {
    const bad = refusal(400, 'InvalidArgument');
    const { asked, failures } = await pages(2, [bad, bad, null]);
    expect(failures).toEqual([bad]);
    expect(asked).toEqual([true, false, true]);
  });
});
