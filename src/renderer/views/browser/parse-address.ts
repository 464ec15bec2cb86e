/** What an address means, or why it means nothing. */
export type Address =
  | { readonly kind: 'place'; readonly bucket: string | null; readonly prefix: string; readonly name: string }
  | { readonly kind: 'bad' };

const S3_ADDRESS = /^s3:\/\/([^/]+)(?:\/(.*))?$/is;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** A last part that looks like an object's name rather than a folder's. */
const HAS_EXTENSION = /^.+\.[a-z0-9]{1,5}$/i;

/**
 * Reads `s3://bucket/folder/`, a folder's path, or an object's address; the latter gives its folder and its name to
 * filter by. The key is taken as it stands: S3 addresses are not percent-encoded, and spaces can belong to a key.
 */
export function parseAddress(typed: string): Address {
  const address = typed.replace(/^\s+|[\r\n]+$/g, '');
  const s3 = S3_ADDRESS.exec(address);
  if (s3 === null && OTHER_SCHEME.test(address)) return { kind: 'bad' };
  const bucket = s3?.[1] ?? null;
  const key = s3 === null ? address : (s3[2] ?? '');
  const cut = key.lastIndexOf('/') + 1;
  const last = key.slice(cut);
  if (last === '') return { kind: 'place', bucket, prefix: key, name: '' };
  if (HAS_EXTENSION.test(last)) return { kind: 'place', bucket, prefix: key.slice(0, cut), name: last };
  return { kind: 'place', bucket, prefix: `${key}/`, name: '' };
}
