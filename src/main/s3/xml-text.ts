const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const HIGHEST_CODE_POINT = 0x10_ff_ff;

/**
 * Decodes the five named entities and every numeric one, astral and control characters included; null when
 * something is no entity, so that nobody mistakes a damaged key for a real one.
 */
export function decodeEntities(text: string): string | null {
  if (!text.includes('&')) return text;
  let damaged = false;
  const decoded = text.replace(
    /&(?:#x([0-9a-f]{1,6});|#(\d{1,7});|(amp|lt|gt|quot|apos);)?/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      const point =
        hex === undefined ? (decimal === undefined ? null : Number(decimal)) : Number.parseInt(hex, 16);
      if (point !== null && point <= HIGHEST_CODE_POINT) return String.fromCodePoint(point);
      const char = name === undefined ? undefined : NAMED[name];
      if (char !== undefined) return char;
      damaged = true;
      return whole;
    },
  );
  return damaged ? null : decoded;
}

/** Text of the first element of that name, for the small flat documents of errors; null when there is none. */
export function elementText(xml: string, name: string): string | null {
  const start = xml.indexOf(`<${name}>`);
  if (start < 0) return null;
  const end = xml.indexOf('<', start + name.length + 2);
  return end < 0 ? null : decodeEntities(xml.slice(start + name.length + 2, end));
}
