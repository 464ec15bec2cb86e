/** Replaces every known secret, in each form it could appear in, before a text leaves for a log or an export. */
export interface Redactor {
  /** Registers a secret from the moment it is known. */
  readonly add: (secret: string) => void;
  readonly redact: (text: string) => string;
}

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
      if (secret.length < MIN_SECRET_LENGTH) return;
      const half = Math.ceil(secret.length / 2);
      const halves = half >= MIN_SECRET_LENGTH ? [secret.slice(0, half), secret.slice(half)] : [];
      for (const part of [secret, ...halves]) {
        forms.add(part);
        forms.add(encodeURIComponent(part));
        forms.add(Buffer.from(part).toString('base64').replace(/=+$/, ''));
        forms.add(Buffer.from(part).toString('hex'));
      }
    },
    redact(text) {
      let clean = text.replace(secretFields, '$1[redacted]');
      for (const form of [...forms].toSorted((a, b) => b.length - a.length)) {
        clean = clean.replaceAll(form, '[redacted]');
      }
      return clean;
    },
  };
}
