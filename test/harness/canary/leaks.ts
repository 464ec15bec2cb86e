/** A secret that must never come out, and what it is called in a report. */
export interface Canary {
  readonly name: string;
  readonly secret: string;
}

/** One place where a form of a secret came out. */
export interface Leak {
  readonly where: string;
  readonly canary: string;
  readonly form: string;
}

/** The forms that are looked for, worked out here by other means than the product's. */
function formsOf({ secret }: Canary): readonly (readonly [form: string, text: string])[] {
  const middle = Math.ceil(secret.length / 2);
  const parts = [
    ['whole', secret],
    ['first half', secret.slice(0, middle)],
    ['second half', secret.slice(middle)],
  ] as const;
  return parts.flatMap(([part, text]) => [
    [part, text],
    [`${part}, for a URL`, encodeURIComponent(text)],
    [`${part}, base64`, Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)],
    [`${part}, base64 after a user’s name`, Buffer.from(`x:${text}`).toString('base64').slice(3, -4)],
    [`${part}, base64 for a URL`, Buffer.from(text).toString('base64url').slice(0, -1)],
    [`${part}, hexadecimal`, Buffer.from(text).toString('hex')],
  ]);
}

/** Makes the search for all forms of all canaries in a text. */
export function leakFinder(canaries: readonly Canary[]): (where: string, text: string) => readonly Leak[] {
  const forms = canaries.flatMap((canary) =>
    formsOf(canary).map(([form, text]) => ({ canary: canary.name, form, text })),
  );
  return (where, text) =>
    forms.filter((one) => text.includes(one.text)).map(({ canary, form }) => ({ where, canary, form }));
}

/** Ways in which a hostile answer or message can repeat a secret. */
export function repetitions(secret: string): readonly string[] {
  const middle = Math.ceil(secret.length / 2);
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('base64url'),
    Buffer.from(secret).toString('hex'),
    `Basic ${Buffer.from(`user:${secret}`).toString('base64')}`,
    `${secret.slice(0, middle)} … ${secret.slice(middle)}`,
    `https://user:${secret}@host/?X-Api-Key=${secret}`,
  ];
}
