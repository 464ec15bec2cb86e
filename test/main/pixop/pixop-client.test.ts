import { describe, expect, it } from 'vitest';
import { cleanApiKey } from '../../../src/main/pixop/api-key.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import { json, pixopError, scripted } from './scripted-server.ts';

const never = new AbortController().signal;
const team = (index: number) => ({
  id: `team-${index}`,
  name: `Team ${index}`,
  apiEnabled: true,
  createdAt: 1,
  updatedAt: 1,
});
const video = {
  id: 'video-id-1',
  name: 'n',
  teamId: 't',
  projectId: 'p',
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
};
const query = {
  teamId: null,
  projectId: 'p',
  sortBy: 'updatedAt',
  sortDirection: 'DESC',
  pageNumber: 0,
  pageSize: 100,
} as const;
const failureOf = async (call: Promise<unknown>): Promise<AppFailure> => {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof AppFailure) return thrown;
  }
  throw new Error('It did not fail with an AppFailure.');
};
const page = (items: readonly unknown[], totalElements = items.length) => ({
  pageNumber: 0,
  pageSize: 100,
  numberOfElements: items.length,
  totalPages: Math.max(1, Math.ceil(totalElements / 100)),
  totalElements,
  items,
});

describe('reading Pixop', () => {
  it('reads a list to its last page', async () => {
    const { client, seen } = await scripted((response, { url }) => {
      const pageNumber = Number(new URL(url, 'http://x').searchParams.get('pageNumber'));
      json(
        response,
        200,
        page(
          Array.from({ length: pageNumber < 2 ? 100 : 3 }, (_, i) => team(pageNumber * 100 + i)),
          203,
        ),
      );
    });
    expect(await client.teams(never)).toHaveLength(203);
    expect(seen).toHaveLength(3);
  });

  it('asks for videos without clips and reads dates of both kinds, missing parts and unknown words', async () => {
    const base = { id: 'video-id-1', name: 'n', userId: 'u', teamId: 't', projectId: 'p', flags: {} };
    const { client, seen } = await scripted((response) =>
      json(
        response,
        200,
        page([
          { ...base, createdAt: 1_700_000_000_000, updatedAt: '2023-11-14T22:13:20Z', future: true },
          {
            ...base,
            createdAt: '2023-11-14T22:13:20Z',
            updatedAt: 1_700_000_000_000,
            upload: { uploadState: { uploadStatus: 'PAUSED', progressPercentage: 41.6 } },
            ingestion: {
              ingestionState: { ingestionStatus: 'DONE', progressPercentage: 100, etaSeconds: 0 },
            },
          },
        ]),
      ),
    );
    const { items, isLast } = await client.listVideos(query, never);
    expect(new URL(seen[0]?.url ?? '', 'http://x').searchParams.toString()).toBe(
      'pageNumber=0&pageSize=100&sortBy=updatedAt&sortDirection=DESC&projectId=p&clipMode=EXCLUDE',
    );
    expect(isLast).toBe(true);
    expect(items.map(({ createdAtMs, updatedAtMs }) => [createdAtMs, updatedAtMs])).toEqual([
      [1_700_000_000_000, 1_700_000_000_000],
      [1_700_000_000_000, 1_700_000_000_000],
    ]);
    expect(items[0]?.upload).toBeNull();
    expect(items[1]?.upload).toMatchObject({ status: null, percent: 42 });
    expect(items[1]?.ingestion).toEqual({ status: 'DONE', percent: 100, etaSeconds: 0 });
  });

  it.each([
    ['a sign-in page', '<html>Sign in</html>'],
    ['nothing', ''],
    ['half an answer', '{"items":[{"id":"te'],
    ['another answer', '{"data":[]}'],
    ['a list without its items', '{"totalElements":0}'],
  ])('takes %s for an error, never for an empty list', async (_what, body) => {
    const { client } = await scripted((response) => response.end(body));
    expect((await failureOf(client.teams(never))).error.code).toBe('malformed-answer');
    expect((await failureOf(client.listVideos(query, never))).error.code).toBe('malformed-answer');
  });

  it('reads on when the server gives smaller pages than it was asked for', async () => {
    const { client, seen } = await scripted((response, { url }) => {
      const pageNumber = Number(new URL(url, 'http://x').searchParams.get('pageNumber'));
      const items = Array.from({ length: 10 }, (_, i) => team(pageNumber * 10 + i));
      json(response, 200, { ...page(items, 30), pageSize: 10, totalPages: 3 });
    });
    expect(await client.teams(never)).toHaveLength(30);
    expect(seen).toHaveLength(3);
  });

  it.each([
    [1_734_520_108_148, 1_734_520_108_148],
    [1_734_520_108, 1_734_520_108_000],
    [1_734_520_108.148, 1_734_520_108_148],
    ['1734520108148', 1_734_520_108_148],
    ['2024-12-18T11:08:28.148Z', 1_734_520_108_148],
    ['2024-12-18T12:08:28.148+01:00', 1_734_520_108_148],
    ['2024-12-18T11:08:28.148123456Z', 1_734_520_108_148],
    ['2024-12-18T11:08:28.148', 1_734_520_108_148],
  ])('reads the date %j, whatever the time zone of this machine', async (written, createdAtMs) => {
    const { client } = await scripted((response) => json(response, 200, { ...video, createdAt: written }));
    expect((await client.video(video.id, never)).createdAtMs).toBeCloseTo(createdAtMs);
  });

  it('drops what describes a video in a strange form, and keeps the page', async () => {
    const strange = [
      { upload: 'soon', ingestion: [] },
      { upload: { uploadState: { progressPercentage: '50', error: 7 }, file: { name: 1, size: -4 } } },
      { ingestion: { ingestionState: { ingestionStatus: 'DONE', etaSeconds: -1 } } },
    ];
    const { client } = await scripted((response) =>
      json(response, 200, page(strange.map((part) => ({ ...video, ...part })))),
    );
    const { items } = await client.listVideos(query, never);
    expect(items.map(({ upload, ingestion }) => ({ upload, ingestion }))).toEqual([
      { upload: null, ingestion: null },
      { upload: { status: null, percent: 0, error: null, fileName: null, sizeBytes: null }, ingestion: null },
      { upload: null, ingestion: { status: 'DONE', percent: 0, etaSeconds: null } },
    ]);
  });

  it.each(['id', 'createdAt', 'updatedAt', 'name', 'teamId', 'projectId'])(
    'does not take a page for Pixop’s whose videos lack %s',
    async (field) => {
      const { client } = await scripted((response) =>
        json(response, 200, page([{ ...video, [field]: undefined }])),
      );
      expect((await failureOf(client.listVideos(query, never))).error.code).toBe('malformed-answer');
    },
  );

  it('takes no page of a proxy for a restart, an abandonment or a deletion', async () => {
    const { client } = await scripted((response) => response.end('<html>Sign in</html>'));
    for (const call of [
      client.restart('video-id-1', false, never),
      client.abandon('video-id-1', never),
      client.deleteInputLocation('l', never),
      client.patchDescription('video-id-1', 'd', never),
    ])
      expect((await failureOf(call)).error.code).toBe('malformed-answer');
  });

  it('takes no other video’s state for the one that was asked for', async () => {
    const { client } = await scripted((response) =>
      json(response, 202, { videoId: 'video-id-2', upload: {} }),
    );
    expect((await failureOf(client.videoInState('video-id-1', never))).error.code).toBe('malformed-answer');
    expect((await failureOf(client.restart('video-id-1', false, never))).error.code).toBe('malformed-answer');
  });

  it('keeps secrets that Pixop repeats out of an error', async () => {
    const location = {
      name: 'n',
      bucket: 'bucket',
      accessKey: 'AKIAEXAMPLE12345',
      secretAccessKey: 'se/cret+key',
    };
    const { client } = await scripted((response, { body }) => {
      const { secretAccessKey, accessKey } = JSON.parse(body);
      const validationErrors = [{ field: 'secretAccessKey', value: secretAccessKey, message: accessKey }];
      json(
        response,
        400,
        pixopError(400, 'VALIDATION_ERROR', { validationErrors, message: secretAccessKey }),
      );
    });
    const failure = await failureOf(client.createInputLocation('t', location, never));
    expect(JSON.stringify(failure.error)).not.toMatch(/se\/cret|AKIAEXAMPLE/);
    expect(failure.error.detail?.validationErrors?.[0]?.value).toBe('[redacted]');
  });

  it('knows that 204 means no video-in operation', async () => {
    const { client } = await scripted((response) => response.writeHead(204).end());
    expect(await client.videoInState('video-id-1', never)).toBeNull();
  });

  it('keeps Pixop’s words about an error', async () => {
    const validationErrors = [{ field: 'name', value: '', message: 'must not be empty' }];
    const { client } = await scripted((response) =>
      json(response, 400, pixopError(400, 'VALIDATION_ERROR', { validationErrors })),
    );
    expect((await failureOf(client.createProject('t', '', never))).error).toEqual({
      code: 'bad-request',
      message: 'Said: VALIDATION_ERROR',
      detail: {
        source: 'pixop',
        httpStatus: 400,
        serviceCode: 'VALIDATION_ERROR',
        requestId: '7d1b6a0e-0000-4000-8000-000000000001',
        validationErrors,
      },
    });
  });

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [429, 'rate-limited'],
    [500, 'upstream'],
    [503, 'upstream'],
  ])('knows status %i without a body', async (status, code) => {
    const { client, rejected } = await scripted((response) => response.writeHead(status).end());
    expect((await failureOf(client.account(never))).error.code).toBe(code);
    // Nothing shows that Pixop itself said it.
    expect(rejected).toEqual([]);
  });

  it('never follows a redirect with the key', async () => {
    const other = await scripted((response) => json(response, 200, {}));
    const { client } = await scripted((response) => response.writeHead(307, { location: other.url }).end());
    expect((await failureOf(client.account(never))).error.code).toBe('malformed-answer');
    expect(other.seen).toEqual([]);
  });

  it('never carries the key in a failure', async () => {
    const { client } = await scripted((response) => response.socket?.destroy());
    const failure = await failureOf(client.account(never));
    const inspected = JSON.stringify([failure.error, failure.message, failure.stack, String(failure.cause)]);
    expect(inspected).not.toContain('the-key');
  });
});

describe('a pasted key', () => {
  it('loses the white space and invisible characters around it', () => {
    expect(cleanApiKey(' \uFEFFgTF1d6iQ-_x\u2028\n')).toBe('gTF1d6iQ-_x');
  });

  it.each(['', '  ', 'two words', 'ключ', 'a\nb', 'x'.repeat(513)])(
    'is refused when it cannot be one: %j',
    (pasted) => {
      expect(cleanApiKey(pasted)).toBeNull();
    },
  );
});
