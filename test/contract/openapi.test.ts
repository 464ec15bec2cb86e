import fc from 'fast-check';
import type { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { bodies } from '../simulators/pixop/http/read-input.ts';
import { documentedCodes } from '../simulators/pixop/core/pixop-error.ts';
import { createContract, type SentAnswer, type SentRequest } from './openapi.ts';
import { readOpenApi } from './openapi-file.ts';

const id = '3f2b0c1e-1111-4111-8111-111111111111';
const request: SentRequest = {
  method: 'POST',
  path: `/v1/videos/in/s3/${id}`,
  query: new URLSearchParams({ fullIngestion: 'true', selectTeamId: id }),
  headers: { accept: 'application/json', 'content-type': 'application/json', 'x-api-key': 'k' },
  body: JSON.stringify({ name: 'a', objectKey: 'a.mov' }),
};
const rate = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59', 'x-ratelimit-reset': '41' };
const answer: SentAnswer = {
  status: 202,
  headers: { ...rate, 'content-type': 'application/json' },
  body: JSON.stringify({
    videoId: id,
    upload: { uploadState: { uploadStatus: 'INITIAL', progressPercentage: 0 } },
  }),
};

const file = readOpenApi();
describe.skipIf(file === null)('The contract', () => {
  if (file === null) return;
  const contract = createContract(file);

  test('has nothing to say about an import as it should be', () => {
    expect(contract.checkRequest(request)).toEqual([]);
    expect(contract.checkAnswer(request, answer)).toEqual([]);
  });

  test.each<[string, Partial<SentRequest>, string]>([
    ['an unknown path', { path: '/v1/nowhere' }, 'not documented'],
    ['an unknown method', { method: 'PUT' }, 'not documented'],
    ['an unknown parameter', { query: new URLSearchParams({ teamId: id }) }, 'teamId'],
    ['a parameter of another type', { query: new URLSearchParams({ fullIngestion: 'maybe' }) }, 'boolean'],
    ['a missing key', { headers: { ...request.headers, 'x-api-key': undefined } }, 'x-api-key'],
    ['a missing field', { body: '{"name":"a"}' }, 'objectKey'],
    ['an empty name', { body: '{"name":"","objectKey":"a"}' }, 'name'],
    ['an unknown field', { body: '{"name":"a","objectKey":"a","tags":[]}' }, 'tags'],
    ['a file name with a space', { body: '{"name":"a","objectKey":"a","fileName":"a b"}' }, 'fileName'],
    ['no JSON', { body: 'name=a' }, 'no JSON'],
  ])('objects to a request with %s', (_name, change, problem) => {
    expect(contract.checkRequest({ ...request, ...change }).join('\n')).toContain(problem);
  });

  test.each<[string, Partial<SentAnswer>, string]>([
    ['an unknown status', { status: 418 }, 'not documented'],
    ['a missing header', { headers: { 'content-type': 'application/json' } }, 'X-RateLimit-Limit'],
    ['a header of another type', { headers: { ...answer.headers, 'x-ratelimit-reset': 'soon' } }, 'integer'],
    ['another content type', { headers: { ...rate, 'content-type': 'text/html' } }, 'text/html'],
    ['a missing field', { body: '{"upload":{}}' }, 'videoId'],
    ['an id that is none', { body: '{"videoId":"7","upload":{}}' }, 'uuid'],
    [
      'an unknown word',
      { body: JSON.stringify({ videoId: id, upload: { uploadState: { uploadStatus: 'X' } } }) },
      'allowed',
    ],
    ['an unknown field', { body: JSON.stringify({ videoId: id, upload: {}, more: 1 }) }, 'more'],
    ['a 404 that is no error', { status: 404, body: '<html>' }, 'no JSON'],
  ])('objects to an answer with %s', (_name, change, problem) => {
    expect(contract.checkAnswer(request, { ...answer, ...change }).join('\n')).toContain(problem);
  });

  test('knows every code that the simulator calls documented', () => {
    expect(documentedCodes.filter((code) => !contract.errorCodes.includes(code))).toEqual([]);
  });

  // Characters beyond 16 bits are left out: whether Pixop counts them once or twice the file does not say.
  const text = fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.integer({ min: 0, max: 1_100 }).map((length) => 'x'.repeat(length)),
    fc.constantFrom(
      ...[1, 2, 3, 47, 48, 63, 64, 255, 256, 511, 512, 1_024, 1_025].map((length) => 'é'.repeat(length)),
    ),
    fc.constantFrom('a.mov', 'a b', 'é.mov', id, id.toUpperCase(), 'not-an-id'),
  );
  const field = fc.oneof(
    { weight: 9, arbitrary: text },
    { weight: 1, arbitrary: fc.constantFrom(7, true, null, [], {}) },
  );
  const objectOf = (...names: readonly string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, field])), { requiredKeys: [] });
  const location = ['name', 'bucket', 'accessKey', 'secretAccessKey'];

  test.each<[string, z.ZodType, fc.Arbitrary<object>]>([
    ['ProjectPost', bodies.project, objectOf('name')],
    ['S3InputLocationPost', bodies.location, objectOf(...location)],
    ['S3InputLocationPatch', bodies.locationChanges, objectOf(...location)],
    [
      'CreateMasterVideoFromS3',
      bodies.import,
      objectOf('name', 'objectKey', 'description', 'projectId', 'fileName'),
    ],
    ['VideoPatch', bodies.videoChanges, objectOf('name', 'description')],
  ])('takes and refuses the same bodies as the simulator: %s', (name, schema, bodiesOf) => {
    fc.assert(
      fc.property(bodiesOf, (body) => {
        expect(schema.safeParse(body).success).toBe(contract.isValid(name, body));
      }),
      { numRuns: 1_000, seed: 20_261_124 },
    );
  });
});
