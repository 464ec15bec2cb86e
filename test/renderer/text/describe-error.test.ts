import { describe, expect, it } from 'vitest';
import { describeError, describeJobError } from '../../../src/renderer/text/describe-error.ts';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { languages } from '../../../src/shared/language.ts';
import { textOf } from '../../../src/renderer/text/text.ts';
import { errorCodes, errorSources, type AppError } from '../../../src/shared/errors.ts';
import { SECOND } from '../../../src/shared/units.ts';

const format = createFormat('en-US', 'UTC');
const english = (error: AppError, context?: Parameters<typeof describeError>[3]) =>
  describeError(error, textOf('en'), format, context);

const every: readonly AppError[] = errorCodes.flatMap((code) =>
  [undefined, ...errorSources].map((source) => ({
    code,
    message: 'what the service said',
    ...(source === undefined ? {} : { detail: { source } }),
  })),
);

describe('every kind of error', () => {
  it.each(languages)('has a title, an explanation and a next step in %s', (language) => {
    for (const error of every) {
      const { title, explanation, nextStep } = describeError(error, textOf(language), format);
      for (const words of [title, explanation, nextStep]) {
        expect(words.trim(), JSON.stringify(error)).not.toBe('');
        expect(words).not.toMatch(/\bundefined\b|\bnull\b|\[object|=>/);
      }
    }
  });

  it('names no service that it did not come from', () => {
    const strangers = every.filter((error) => {
      const { title } = english(error);
      return (
        (title.includes('Pixop') && error.detail?.source !== 'pixop') ||
        (title.includes('S3') && error.detail?.source === 'pixop')
      );
    });
    expect(strangers).toEqual([]);
  });
});

describe('what a service said', () => {
  it('is shown with nothing in it that hides, reorders or breaks the line', () => {
    const { verbatim, reference } = describeJobError(
      { code: 'NEW\u202ECODE', message: 'Not read:\n\u202Efdp', requestId: 'r\u200B1', httpStatus: 400 },
      textOf('en'),
      format,
    );
    expect(verbatim).toEqual(['Not read:␊⟨U+202E⟩fdp']);
    expect(reference).toBe('NEW⟨U+202E⟩CODE · Request r⟨U+200B⟩1');
  });
});

describe('errors of Pixop', () => {
  it('says where a new key comes from when a key is not accepted', () => {
    const described = english({
      code: 'unauthorised',
      message: 'no',
      detail: { source: 'pixop', serviceCode: 'INVALID_API_KEY', requestId: 'r-1' },
    });
    expect(described.title).toBe('Pixop did not accept this key');
    expect(described.action).toBeNull();
    expect(described.reference).toBe('INVALID_API_KEY · Request r-1');
  });

  it('shows a code that it does not know as it is, with the message and the request id', () => {
    const described = english({
      code: 'bad-request',
      message: 'The moon is in the wrong phase.',
      detail: { source: 'pixop', serviceCode: 'MOON_PHASE', requestId: 'r-2' },
    });
    expect(described.verbatim).toEqual(['The moon is in the wrong phase.']);
    expect(described.reference).toBe('MOON_PHASE · Request r-2');
  });

  it('takes no code for a property of an object', () => {
    const described = english({
      code: 'bad-request',
      message: 'no',
      detail: { source: 'pixop', serviceCode: 'constructor' },
    });
    expect(described.title).toBe('The request was refused');
  });

  it('lists each value that was not accepted', () => {
    const described = english({
      code: 'bad-request',
      message: 'no',
      detail: {
        source: 'pixop',
        serviceCode: 'VALIDATION_ERROR',
        validationErrors: [{ field: 'name', message: 'size must be between 1 and 47' }],
      },
    });
    expect(described.verbatim).toEqual(['name: size must be between 1 and 47']);
  });

  it('says how long the rate limit lasts', () => {
    const described = english({
      code: 'rate-limited',
      message: 'no',
      retryAfterMs: 42 * SECOND,
      detail: { source: 'pixop' },
    });
    expect(described.explanation).toMatch(/42\ss\./);
  });
});

describe('errors of S3', () => {
  it('names the permission that is missing and the bucket', () => {
    const described = english(
      {
        code: 'forbidden',
        message: 'Access Denied',
        detail: { source: 's3', serviceCode: 'AccessDenied', missingAction: 's3:ListBucket' },
      },
      { bucket: 'masters' },
    );
    expect(described.title).toBe('The s3:ListBucket permission is missing');
    expect(described.explanation).toBe('These credentials are valid, but not allowed to list masters.');
    expect(described.action).toBe('edit-credentials');
  });

  const expired: AppError = {
    code: 'credentials-missing',
    message: 'The AWS single sign-on session has expired.',
    detail: { source: 's3', serviceCode: 'SsoSessionExpired' },
  };

  it('gives the command that renews a single sign-on session', () => {
    expect(english(expired, { profile: 'post' }).command).toBe('aws sso login --profile post');
    expect(english(expired).command).toBe('aws sso login');
  });

  it('puts no profile name into the command that a shell would read as more than a name', () => {
    for (const profile of ['x; rm -rf ~', '$(id)', '`id`', 'a b', '-x\n', '" && id']) {
      expect(english(expired, { profile }).command).toBe('aws sso login --profile "…"');
    }
  });
});

describe('errors of this computer', () => {
  it('tells a full disk from one that refuses', () => {
    const titleOf = (serviceCode: string): string =>
      english({ code: 'storage', message: 'no', detail: { source: 'disk', serviceCode } }).title;
    expect(titleOf('ENOSPC')).toBe('The disk is full');
    expect(titleOf('EACCES')).toBe('The app cannot write to its folder');
    expect(titleOf('EIO')).toBe('The queue could not be written to disk');
  });
});

describe('errors of a row in the queue', () => {
  it('takes Pixop’s code, and falls back to one of this app', () => {
    const text = textOf('en');
    const at = (code: string) =>
      describeJobError({ code, message: 'said', requestId: 'r-3', httpStatus: null }, text, format);
    expect(at('CHECKSUM_MISMATCH').title).toBe('The copy differs from the original');
    expect(at('offline').title).toBe('Pixop cannot be reached');
    expect(at('NEVER_HEARD').verbatim).toEqual(['said']);
    expect(at('NEVER_HEARD').reference).toBe('NEVER_HEARD · Request r-3');
  });
});

describe('errors of previews', () => {
  it.each([
    ['PREVIEW_LIMIT', 'Preview limit reached'],
    ['PREVIEWS_OFF', 'Previews are off'],
  ])('leads from %s to the settings', (serviceCode, title) => {
    const described = english({ code: 'forbidden', message: 'no', detail: { source: 'app', serviceCode } });
    expect(described).toMatchObject({ title, action: 'open-settings', verbatim: [] });
  });
});
