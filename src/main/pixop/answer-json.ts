/** Shortest secret that is looked for; a shorter one would blank ordinary words. */
const MIN_SECRET_LENGTH = 8;

/** JSON, or undefined where the text is none. */
export const parseJson = (text: string): unknown => parseWith(text, undefined);

/** JSON in whose strings none of the secrets is left: Pixop's errors repeat values of the request. */
export const parseJsonWithout = (secrets: readonly string[], text: string): unknown => {
  const hidden = secrets.filter(({ length }) => length >= MIN_SECRET_LENGTH);
  return parseWith(text, (_name, value) =>
    typeof value === 'string'
      ? hidden.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), value)
      : value,
  );
};

function parseWith(text: string, reviver: ((name: string, value: unknown) => unknown) | undefined): unknown {
  try {
    return JSON.parse(text, reviver);
  } catch {
    return undefined;
  }
}
