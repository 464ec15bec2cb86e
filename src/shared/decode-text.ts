/** The platform's decoder: this folder knows neither browser nor Node. */
type MakeDecoder = (
  encoding: string,
  options: { readonly fatal: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

/**
 * A file's bytes as text, in whatever encoding spreadsheets write: what a byte order mark says, else UTF-8, else
 * Windows' Western European, in which every byte means something.
 */
export function decodeText(bytes: Uint8Array, makeDecoder: MakeDecoder): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return makeDecoder('utf-16le', { fatal: false }).decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return makeDecoder('utf-16be', { fatal: false }).decode(bytes);
  try {
    return makeDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 is all that a strict decoder throws for.
    return makeDecoder('windows-1252', { fatal: false }).decode(bytes);
  }
}
