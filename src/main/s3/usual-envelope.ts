import { headOf, type PageHead } from './exact-page.ts';

/** What servers write around the objects of a listing: its declaration, and fields of printable ASCII without entities. */
const ENVELOPE =
  /^(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"\?>)?\s*<ListBucketResult(?: xmlns="[\w:/.-]*")?>((?:\s*<(?!Contents)(\w+)>[ -%'-;=?-\\^-~]*<\/\2>|\s*<(?!Contents)\w+\/>)*)\s*<\/ListBucketResult>\s*$/;
const FIELD = /<(\w+)(?:\/>|>([^<]*)<)/g;

/** Reads the fields around a page's objects in the one form that servers write; null for any other, which is left to the XML parser. */
export function usualHead(envelope: string): PageHead | null {
  const fields = ENVELOPE.exec(envelope)?.[1];
  if (fields === undefined) return null;
  return headOf(new Map(Array.from(fields.matchAll(FIELD), ([, name = '', text = '']) => [name, text])), 0);
}
