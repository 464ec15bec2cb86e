/** The line every S3 document begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The namespace of S3's documents. */
export const XML_NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escapes text the way S3 does: control characters become numeric references, also those that XML 1.0 forbids,
 * which is why a strict parser cannot read every listing that was not asked for as `encoding-type=url`.
 */
export function escapeXml(text: string): string {
  // Most keys need nothing.
  if (!/[\u0000-\u001f\u007f&<>"'\ufffe\uffff]/.test(text)) return text;
  return text.replace(
    /[\u0000-\u001f\u007f&<>"'\ufffe\uffff]/g,
    (character) => NAMED[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

/** Writes astral characters as numeric references, as some S3-compatible stores do: correct XML that naive decoders break. */
export function astralAsReferences(xml: string): string {
  return xml.replace(
    /[\u{10000}-\u{10ffff}]/gu,
    (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`,
  );
}

/** Encodes a key for `encoding-type=url` as S3 does: like a form field (a space is `+`), but slashes and asterisks stay. */
export function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}

/** One element with escaped text. */
export function element(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}
