/**
 * Other ways in which an object key is commonly written down, the likeliest first: percent-encoded as in S3's own
 * inventories and in addresses, with a slash before it, with spaces around it, with the accents of another system.
 */
export function spellingsOf(key: string): readonly string[] {
  const decoded = [key, key.replaceAll('+', ' ')].map(percentDecoded);
  const plain = [key, ...decoded].flatMap((text) => [text, text.trim(), text.replace(/^\/+/, '')]);
  const all = plain.flatMap((text) => [text, text.normalize('NFC'), text.normalize('NFD')]);
  return [...new Set(all)].filter((text) => text !== '' && text !== key);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that is no encoding means itself.
    return text;
  }
}
