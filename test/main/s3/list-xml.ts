/** One object of a listing page, as tests describe it. */
export interface XmlObject {
  readonly key: string;
  readonly size?: number;
  readonly modified?: string;
  readonly etag?: string;
  readonly storageClass?: string;
  readonly extra?: string;
}

/** Parameters of a page besides its objects. */
export interface XmlPage {
  readonly objects?: readonly XmlObject[];
  readonly prefixes?: readonly string[];
  readonly nextToken?: string | null;
  readonly escape?: (text: string) => string;
}

/** Escapes as S3 does: markup by name, control characters by number. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"'\u0000-\u001f]/g, (char) => {
    const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    return named[char] ?? `&#x${char.charCodeAt(0).toString(16)};`;
  });

/** Writes a ListBucketResult as S3 does. */
export function listXml({
  objects = [],
  prefixes = [],
  nextToken = null,
  escape = escapeXml,
}: XmlPage): Buffer {
  const contents = objects.map(
    (object) =>
      `<Contents><Key>${escape(object.key)}</Key><LastModified>${object.modified ?? '2026-03-04T05:06:07.000Z'}</LastModified>` +
      `<ETag>${escape(object.etag ?? '"0123456789abcdef0123456789abcdef"')}</ETag><Size>${object.size ?? 1}</Size>` +
      `${object.extra ?? ''}<StorageClass>${object.storageClass ?? 'STANDARD'}</StorageClass></Contents>`,
  );
  const folders = prefixes.map(
    (prefix) => `<CommonPrefixes><Prefix>${escape(prefix)}</Prefix></CommonPrefixes>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>` +
      `<Prefix></Prefix>${nextToken === null ? '' : `<NextContinuationToken>${escape(nextToken)}</NextContinuationToken>`}` +
      `<KeyCount>${objects.length + prefixes.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>${nextToken !== null}</IsTruncated>` +
      `${contents.join('')}${folders.join('')}</ListBucketResult>`,
  );
}
