/** Replaces every known secret, in each form it could appear in, before a text leaves for a log or an export. */
export interface Redactor {
  /** Registers a secret from the moment it is known. */
  readonly add: (secret: string) => void;
  readonly redact: (text: string) => string;
}

/** What stands where a secret stood. */
const REDACTED = '[redacted]';
/** Shortest secret that is looked for; shorter ones would blank ordinary words. */
const MIN_SECRET_LENGTH = 8;
/** Headers, query parameters and fields whose value is never wanted in a log, known or not. */
const secretFields =
  /((?:x-api-key|authorization|x-amz-security-token|secret[-_]?access[-_]?key|session[-_]?token|api[-_]?key|signature|awsaccesskeyid|stringtosign)["']?\s*[:=>]\s*["']?)([^"'\s,;<&}]+)/gi;

/** Makes a {@link Redactor} that knows no secret yet. */
export function createRedactor(): Redactor {
  const forms = new Set<string>();
  return {
    add(secret) {
      for (const form of formsOf(secret)) forms.add(form);
    },
    redact: (text) => withoutForms([...forms], text.replace(secretFields, `$1${REDACTED}`)),
  };
}

/** A function that takes these secrets out of texts, in each form they could appear in. */
export function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap(formsOf);
  return (text) => withoutForms(forms, text);
}

function withoutForms(forms: readonly string[], text: string): string {
  let clean = text;
  // The longest first: a half must not be taken out of a whole.
  for (const form of forms.toSorted((a, b) => b.length - a.length)) clean = clean.replaceAll(form, REDACTED);
  return clean;
}

/** A secret and its halves as they are, in URLs, in JSON, in hexadecimal, and in base64 wherever that begins. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < MIN_SECRET_LENGTH) return [];
  const half = Math.ceil(secret.length / 2);
  const parts = half < MIN_SECRET_LENGTH ? [secret] : [secret, secret.slice(0, half), secret.slice(half)];
  const forms = parts.flatMap((part) => {
    const bytes = Buffer.from(part);
    const hex = bytes.toString('hex');
    const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset));
    return [
      part,
      encodeURIComponent(part),
      encodeURIComponent(part).toLowerCase(),
      JSON.stringify(part).slice(1, -1),
      hex,
      hex.toUpperCase(),
      ...base64,
      ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
      ...base64.map(encodeURIComponent),
    ];
  });
  return [...new Set(forms)].filter(({ length }) => length >= MIN_SECRET_LENGTH);
}

/** What is the same in every base64 text that has these bytes `offset` bytes after a group of three begins. */
function base64At(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const wholeSextets = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(first, wholeSextets);
}
