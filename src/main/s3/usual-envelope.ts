import { headOf, type PageHead } from './exact-page.ts';

/** What servers write around the objects of a listing: its declaration, and fields of printable ASCII without entities. */
const ENVELOPE =
  /^(?:<\?xml version="1\.0" encoding="(?:UTF|utf)-8"\?>)?\s*<ListBucketResult(?: xmlns="[\w:/.-]*")?>((?:\s*<(?!Contents)(\w+)>[ -%'-;=?-\\^-~]*<\/\2>|\s*<(?!Contents)\w+\/>)*)\s*<\/ListBucketResult>\s*$/;
const FIELD = /<(\w+)(?:\/>|>([^<]*)<)/g;

/**
 * Reads what stands around the objects of a page where it has the usual form; null where it has any other, which is for
 * the exact parser: that takes 45 µs for it, a seventh of a page of a thousand objects.
 */
export function usualHead(envelope: string): PageHead | null {
  const fields = ENVELOPE.exec(envelope)?.[1];
  if (fields === undefined) return null;
  return headOf(new Map(Array.from(fields.matchAll(FIELD), ([, name = '', text = '']) => [name, text])), 0);
}
