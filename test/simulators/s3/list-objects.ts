import { xmlAnswer, type Answer } from './answer.ts';
import type { Bucket } from './bucket.ts';
import type { Faults } from './faults.ts';
import { continuationToken, readListQuery, type ListQuery } from './list-query.ts';
import { folderRow, objectRow, pageHead, PAGE_TAIL } from './listing-xml.ts';
import { selectPage } from './listing.ts';
import { accessDenied } from './s3-error.ts';
import type { WireRequest } from './wire-request.ts';
import { astralAsReferences } from './xml.ts';

/** ListObjectsV2: one page, cut from prebuilt rows where that is possible, with the faults a listing can have. */
export function listObjects(bucket: Bucket, request: WireRequest, faults: Faults): Answer {
  const asked = readListQuery(request);
  if (faults.deniedPrefixes.some((prefix) => asked.prefix.startsWith(prefix))) throw accessDenied();
  const query = faults.ignoreStartAfter ? { ...asked, startAfter: '' } : asked;
  return prebuiltPage(bucket, query, faults) ?? writtenPage(bucket, query, faults);
}

function prebuiltPage(bucket: Bucket, query: ListQuery, faults: Faults): Answer | null {
  if (faults.astralReferences || bucket.store.edited()) return null;
  const page = bucket.prebuilt?.page(query) ?? null;
  if (page === null) return null;
  const head = headOf(bucket, query, faults, page.keyCount, page.resumeAt);
  return xmlAnswer(200, [Buffer.from(head), ...page.rows, Buffer.from(PAGE_TAIL)]);
}

function writtenPage(bucket: Bucket, query: ListQuery, faults: Faults): Answer {
  const page = selectPage(bucket.store, query, faults.startAfterInFolder);
  const keyCount = page.objects.length + page.folders.length;
  let rows = '';
  for (const object of page.objects) rows += objectRow(object, query);
  for (const folder of page.folders) rows += folderRow(folder, query);
  const xml = headOf(bucket, query, faults, keyCount, page.resumeAt) + rows + PAGE_TAIL;
  return xmlAnswer(200, faults.astralReferences ? astralAsReferences(xml) : xml);
}

function headOf(
  bucket: Bucket,
  query: ListQuery,
  faults: Faults,
  keyCount: number,
  resumeAt: string | null,
): string {
  const truncated = resumeAt !== null;
  const next = truncated ? continuationToken(resumeAt) : null;
  const token = truncated && faults.repeatToken ? (query.token ?? next) : next;
  return pageHead(bucket.name, query, keyCount, faults.omitToken ? null : token, truncated);
}
