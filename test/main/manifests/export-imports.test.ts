import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exportFileName,
  exportImports,
  type AccountedImport,
} from '../../../src/main/manifests/export-imports.ts';
import { parseManifest } from '../../../src/main/manifests/parse-manifest.ts';

const imported = (objectKey: string, change: Partial<AccountedImport> = {}): AccountedImport => ({
  objectKey,
  bucket: 'media',
  name: 'N',
  description: '',
  project: null,
  state: 'failed',
  videoId: null,
  error: { code: 'CHECKSUM_MISMATCH', message: 'It, "differs"', requestId: 'r-1', httpStatus: 200 },
  sizeBytes: 12,
  attempts: 1,
  queuedAtMs: Date.UTC(2026, 10, 24, 12),
  changedAtMs: Date.UTC(2026, 10, 24, 13),
  environment: 'staging',
  account: 'ingrid@nordlys.example',
  ...change,
});
/** Text as keys and names may be: anything that has a visible character and no surrogate alone. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    "=cmd()|'/c calc'!A1",
    '+1',
    '-1',
    '@x',
    "'=1",
    "''",
    '\t=1',
    '＝1',
    'a,b',
    'a"b',
    'a\r\nb',
    ';',
  ),
);
const key = text.filter((one) => !/^\s*(s3:|arn:)/i.test(one) && one.trim() !== '' && !one.includes('\0'));
const words = text.map((one) => one.trim()).filter((one) => one !== '');

describe('an export', () => {
  it('says everything of an import in a row, in columns that stay where they are', () => {
    const [head, row] = exportImports([imported('a.mov', { videoId: 'v-1', project: 'Isen' })], 'csv').split(
      '\r\n',
    );
    expect(head).toBe(
      '\ufeffobject_key,bucket,name,description,project,state,video_id,error_code,error_message,request_id,http_status,size_bytes,attempts,queued_at,changed_at,account,environment',
    );
    expect(row).toBe(
      'a.mov,media,N,,Isen,failed,v-1,CHECKSUM_MISMATCH,"It, ""differs""",r-1,200,12,1,2026-11-24T12:00:00.000Z,2026-11-24T13:00:00.000Z,ingrid@nordlys.example,staging',
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(key, words, (objectKey, name) => {
        const csv = exportImports([imported(objectKey, { name })], 'csv').slice(1);
        // Every place where a cell begins: after a line's or a cell's end, with or without its quote.
        const row = csv.slice(csv.indexOf('\r\n') + 2);
        const cells = [row, row.slice(row.indexOf(',media,') + 7)].map((rest) => rest.replace(/^"/, ''));
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it('guards the account like any cell, and says it in JSON to the letter', () => {
    const account = '=ingrid@nordlys.example';
    const [, row] = exportImports([imported('a.mov', { account })], 'csv').split('\r\n');
    expect(row?.split(',').at(-2)).toBe(`'${account}`);
    const json: unknown = JSON.parse(exportImports([imported('a.mov', { account })], 'json'));
    expect(json).toMatchObject([{ account, environment: 'staging' }]);
  });

  it.each(['csv', 'json'] as const)('comes back from %s as it went', (format) => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ objectKey: key, name: words, description: words }), { minLength: 1 }),
        (given) => {
          const file = exportImports(
            given.map(({ objectKey, ...rest }) => imported(objectKey, rest)),
            format,
          );
          const { rows, problems } = parseManifest(file, `x.${format}`);
          expect(problems).toEqual([]);
          expect(
            rows.map(({ objectKey, name, description, bucket }) => ({
              objectKey,
              name,
              description,
              bucket,
            })),
          ).toEqual(given.map((one) => ({ ...one, bucket: 'media' })));
        },
      ),
    );
  });

  it('is named by what it holds and when it was made', () => {
    const nowMs = Date.UTC(2026, 10, 24, 9, 5);
    expect(exportFileName('csv', 'failed', nowMs)).toBe('pixop-ingest-2026-11-24-0905-failed.csv');
    expect(exportFileName('json', null, nowMs)).toBe('pixop-ingest-2026-11-24-0905.json');
  });
});
