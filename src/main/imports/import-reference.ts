/**
 * The import reference ends a video's description: `[import ref px1-OOOOOOOOOO-AAAAAAAA]`.
 * `O` is 50 bits of a hash over bucket, key and ETag: every workstation that can list the bucket can compute it, and
 * it reveals neither. `A` is 40 random bits of the attempt: on it alone an interrupted import is found again.
 */
export interface ImportReference {
  /** Ten characters of Crockford's base 32. */
  readonly object: string;
  /** Eight characters of Crockford's base 32. */
  readonly attempt: string;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Characters of the object half. */
export const OBJECT_LENGTH = 10;
const ATTEMPT_LENGTH = 8;
/** Separator and reference: what a description gives up to carry one, characters. */
export const REFERENCE_LENGTH = '[import ref px1--]'.length + OBJECT_LENGTH + ATTEMPT_LENGTH + 1;

/** The object half of a reference. `sha256` is injected, so that the core needs no Node. */
export function objectPart(
  object: { readonly bucket: string; readonly objectKey: string; readonly etag: string },
  sha256: (text: string) => Uint8Array,
): string {
  // Lengths part the fields: no two different objects are written alike.
  const fields = [object.bucket, object.objectKey, object.etag];
  return base32(sha256(fields.map((field) => `${field.length}:${field}`).join('')), OBJECT_LENGTH);
}

/** The attempt half, from at least five random bytes. */
export const attemptPart = (random: Uint8Array): string => base32(random, ATTEMPT_LENGTH);

/** The reference as it stands in a description. */
export const writeReference = ({ object, attempt }: ImportReference): string =>
  `[import ref px1-${object}-${attempt}]`;

/** A reference as jobs and indexes keep it. */
export const refKey = ({ object, attempt }: ImportReference): string => `${object}-${attempt}`;

/** The reference of a {@link refKey}. */
export const refOfKey = (key: string): ImportReference => ({
  object: key.slice(0, OBJECT_LENGTH),
  attempt: key.slice(OBJECT_LENGTH + 1),
});

/** The reference of the next attempt for the same object. */
export const nextRefKey = (key: string, attempt: string): string => refKey({ ...refOfKey(key), attempt });

/** A description that ends with a reference. */
export const withReference = (text: string, reference: ImportReference): string =>
  text === '' ? writeReference(reference) : `${text}\n${writeReference(reference)}`;

/**
 * Finds the last reference anywhere in a description, however it was edited around: case, spaces and Crockford's
 * look-alikes (O for 0, I and L for 1) do not matter. Null when there is none.
 */
export function readReference(description: string): ImportReference | null {
  const found = [...description.matchAll(/px1\s*-\s*([0-9a-z]{10})\s*-\s*([0-9a-z]{8})(?![0-9a-z])/gi)].at(
    -1,
  );
  const [, object = '', attempt = ''] = found ?? [];
  const reference = { object: canonical(object), attempt: canonical(attempt) };
  return isBase32(reference.object, OBJECT_LENGTH) && isBase32(reference.attempt, ATTEMPT_LENGTH)
    ? reference
    : null;
}

const canonical = (text: string): string => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
const isBase32 = (text: string, length: number): boolean =>
  text.length === length && Array.from(text).every((character) => alphabet.includes(character));

/** The first `length * 5` bits of `bytes`. */
function base32(bytes: Uint8Array, length: number): string {
  if (bytes.length * 8 < length * 5) throw new RangeError(`Expected at least ${length * 5} bits`);
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += alphabet.charAt((value >> bits) & 31);
    }
    value &= (1 << bits) - 1;
  }
  return text;
}
