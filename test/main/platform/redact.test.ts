import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRedactor, withoutSecrets } from '../../../src/main/platform/redact.ts';
import { leakFinder, repetitions } from '../../harness/canary/leaks.ts';

const secret = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9/+=_-]{16,80}$/),
  fc.string({ minLength: 16, maxLength: 60, unit: 'grapheme-ascii' }),
);

it('takes a secret out of a text in every form, wherever it stands', () => {
  fc.assert(
    fc.property(secret, fc.string(), (one, around) => {
      const redactor = createRedactor();
      redactor.add(one);
      // A form that is in the surroundings by chance is taken out, too.
      const find = leakFinder([{ name: 'it', secret: one }]);
      for (const text of repetitions(one)) {
        expect(find('log', redactor.redact(`${around}${text}${around}`))).toEqual([]);
        expect(find('answer', withoutSecrets([one])(`${around}${text}${around}`))).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

it('leaves every other text as it is', () => {
  const redactor = createRedactor();
  redactor.add('a-secret-of-some-length');
  const text = 'The bucket nordlys-media in eu-north-1 does not exist (request 4711, 2026-11-24).';
  expect(redactor.redact(text)).toBe(text);
});

it('hides the values of headers and fields that hold secrets, though nobody told them', () => {
  const text = createRedactor().redact(
    'x-api-key: unknown-key-1 {"secretAccessKey":"unknown-key-2"} Signature=abcdef',
  );
  expect(text).toBe('x-api-key: [redacted] {"secretAccessKey":"[redacted]"} Signature=[redacted]');
});

it('does not blank ordinary words for the sake of a short secret', () => {
  const redactor = createRedactor();
  redactor.add('media');
  expect(redactor.redact('media')).toBe('media');
});
