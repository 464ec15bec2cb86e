import { withoutSecrets } from '../platform/redact.ts';

/**
 * JSON in whose texts none of the secrets is left, since errors repeat values of the request; undefined where the text
 * is none.
 */
export function parseJsonWithout(secrets: readonly string[], text: string): unknown {
  const clean = withoutSecrets(secrets);
  try {
    return JSON.parse(text, (_name, value) => {
      if (typeof value === 'string') return clean(value);
      return isRecord(value) ? withCleanNames(value, clean) : value;
    });
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of fields can repeat a secret, too; most objects are left as they are. */
function withCleanNames(record: Readonly<Record<string, unknown>>, clean: (text: string) => string): unknown {
  const names = Object.keys(record);
  if (names.every((name) => clean(name) === name)) return record;
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [clean(name), value]));
}

/** JSON, or undefined where the text is none. A secret that a good answer repeats is taken out of it, too. */
export function parseJson(secrets: readonly string[], text: string): unknown {
  if (withoutSecrets(secrets)(text) !== text) return parseJsonWithout(secrets, text);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
