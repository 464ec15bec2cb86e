import type { ListQuery } from './list-query.ts';
import type { Restore, StoredObject } from './model.ts';
import { element, encodeKey, escapeXml, XML_DECLARATION, XML_NAMESPACE } from './xml.ts';

/** How the rows of a page are written. */
export interface RowFormat {
  readonly urlEncoded: boolean;
  readonly withRestoreStatus: boolean;
}

/** What stands before the rows: everything about the page itself. */
export function pageHead(
  bucket: string,
  query: ListQuery,
  keyCount: number,
  nextToken: string | null,
  truncated: boolean,
): string {
  const text = (value: string): string => (query.urlEncoded ? encodeKey(value) : value);
  const isFirstVersion = query.version === 1;
  return [
    `${XML_DECLARATION}<ListBucketResult xmlns="${XML_NAMESPACE}">`,
    element('Name', bucket),
    element('Prefix', text(query.prefix)),
    query.token === null ? '' : element('ContinuationToken', query.token),
    nextToken === null || isFirstVersion ? '' : element('NextContinuationToken', nextToken),
    isFirstVersion ? element('Marker', text(query.startAfter)) : '',
    query.startAfter === '' || isFirstVersion ? '' : element('StartAfter', text(query.startAfter)),
    isFirstVersion ? '' : element('KeyCount', keyCount),
    element('MaxKeys', query.maxKeys),
    query.delimiter === '' ? '' : element('Delimiter', text(query.delimiter)),
    query.urlEncoded ? element('EncodingType', 'url') : '',
    element('IsTruncated', truncated),
  ].join('');
}

/** What stands behind the rows. */
export const PAGE_TAIL = '</ListBucketResult>';

/** One object of a page. */
export function objectRow(object: StoredObject, format: RowFormat): string {
  const { content } = object;
  const restore =
    format.withRestoreStatus && object.restore !== undefined ? restoreStatus(object.restore) : '';
  const key = format.urlEncoded ? encodeKey(object.key) : escapeXml(object.key);
  return `<Contents><Key>${key}</Key><LastModified>${wholeSecond(object.modifiedMs)}</LastModified><ETag>&quot;${content.etag}&quot;</ETag><Size>${content.sizeBytes}</Size><StorageClass>${object.storageClass ?? 'STANDARD'}</StorageClass>${restore}</Contents>`;
}

/** One folder of a page. */
export function folderRow(folder: string, format: RowFormat): string {
  return `<CommonPrefixes><Prefix>${format.urlEncoded ? encodeKey(folder) : escapeXml(folder)}</Prefix></CommonPrefixes>`;
}

function restoreStatus(restore: Restore): string {
  const expiry = restore.inProgress ? '' : element('RestoreExpiryDate', wholeSecond(restore.expiresMs));
  return `<RestoreStatus>${element('IsRestoreInProgress', restore.inProgress)}${expiry}</RestoreStatus>`;
}

/** S3 knows dates to the second, and writes milliseconds nevertheless. */
function wholeSecond(timeMs: number): string {
  return new Date(Math.floor(timeMs / 1_000) * 1_000).toISOString();
}
