/** Longest key that is taken; Pixop's are 43 characters. */
const MAX_LENGTH = 512;

/** A pasted key without the white space and invisible characters around it, or null when it cannot be one. */
export function cleanApiKey(pasted: string): string | null {
  const key = pasted.replace(/^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu, '');
  return key.length <= MAX_LENGTH && /^[\x21-\x7e]+$/.test(key) ? key : null;
}
