import { afterEach, beforeEach, expect, it } from 'vitest';
import { lookAgainWith } from '../../src/main/look-again.ts';
import { parseListPage } from '../../src/main/s3/list-page.ts';
import { PageColumns } from '../../src/main/s3/page-columns.ts';
import { createS3Service } from '../../src/main/s3/s3-service.ts';
import { bufferContent } from '../simulators/s3/content.ts';
import { startRig, type S3Rig } from './s3/s3-rig.ts';

const never = new AbortController().signal;
const objectKey = 'a b/take+1.mov';
const locationId = '00000000-0000-4000-8000-000000000001';
let rig: S3Rig;
beforeEach(async () => {
  rig = await startRig([{ name: 'bucket', objects: [] }]);
});
afterEach(() => rig.close());

const put = (text: string): void =>
  rig.server.control
    .objects('bucket')
    .put({ key: objectKey, content: bufferContent(Buffer.from(text)), modifiedMs: 1_000 });

it('knows the object that a listing showed from one that took its place, and from none', async () => {
  const s3 = createS3Service(rig.deps);
  const lookAgain = lookAgainWith(async () => rig.access('bucket'), s3);
  put('first');
  const page = new PageColumns();
  const query = { prefix: '', delimiter: null, startAfter: null, token: null, maxKeys: 1_000 };
  parseListPage(await s3.pagesOf(rig.access('bucket'))(query, never), page);
  const picked = { locationId, bucket: 'bucket', objectKey, sizeBytes: 5, etag: page.etagText(0) };
  expect(picked.etag).toMatch(/^[0-9a-f]{32}$/);
  expect(await lookAgain(picked, never)).toBe('same');
  put('other');
  expect(await lookAgain(picked, never)).toBe('changed');
  rig.server.control.objects('bucket').remove(objectKey);
  expect(await lookAgain(picked, never)).toBe('gone');
});

it('does not take a bucket that cannot be asked for one without the object', async () => {
  const lookAgain = lookAgainWith(
    () => Promise.reject(new Error('no credentials')),
    createS3Service(rig.deps),
  );
  expect(await lookAgain({ locationId, bucket: 'bucket', objectKey, sizeBytes: 1, etag: 'e' }, never)).toBe(
    'unknown',
  );
});
