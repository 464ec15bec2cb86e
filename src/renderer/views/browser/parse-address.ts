import { readObjectUrl } from './object-url.ts';

/** A bucket and what is wanted in it; no bucket stands for the one that is shown. */
export interface Addressed {
  readonly bucket: string | null;
  readonly key: string;
}

/** A folder to open, and the name to filter it by; no name shows all of it. */
export interface Reading {
  readonly prefix: string;
  readonly name: string;
}

const S3_ADDRESS = /^s3:\/\/([^/]+)(?:\/(.*))?$/is;
const ARN = /^arn:aws[a-z-]*:s3:::([^/]+)(?:\/(.*))?$/is;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** What mails, chats and terminals put around an address. */
const QUOTED = /^(?:"(.*)"|'(.*)'|`(.*)`|“(.*)”|‘(.*)’|<(.*)>)$/s;
/** A last part that looks like an object's name rather than a folder's. */
const HAS_EXTENSION = /^.+\.[a-z0-9]{1,5}$/i;

/**
 * Reads `s3://bucket/folder/`, an ARN, an object's or the console's https address, or a folder's path: what each can
 * mean, the likeliest first, or nothing. A key is taken as it stands but for https addresses: others are not
 * percent-encoded, and spaces can belong to a key.
 */
export function parseAddress(typed: string): readonly Addressed[] {
  const address = unquoted(typed);
  const named = S3_ADDRESS.exec(address) ?? ARN.exec(address);
  if (named !== null) return [{ bucket: named[1] ?? '', key: named[2] ?? '' }];
  if (OTHER_SCHEME.test(address)) return readObjectUrl(address.trim());
  return [{ bucket: null, key: address }];
}

function unquoted(typed: string): string {
  const inner = QUOTED.exec(typed.trim());
  const address = inner?.slice(1).find((part) => part !== undefined) ?? typed;
  return address.replace(/^\s+|[\r\n\t]+$/g, '');
}

/** What a key can be, in the order in which it is tried: a folder or an object, and both without spaces at the end. */
export function readingsOf(key: string): readonly Reading[] {
  const trimmed = key.trimEnd();
  const cut = key.lastIndexOf('/') + 1;
  const asObject = { prefix: key.slice(0, cut), name: key.slice(cut) };
  const own: readonly Reading[] =
    asObject.name === '' || HAS_EXTENSION.test(asObject.name)
      ? [asObject]
      : [{ prefix: `${key}/`, name: '' }, asObject];
  return trimmed === key ? own : [...own, ...readingsOf(trimmed)];
}
