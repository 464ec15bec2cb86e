import type { EchoMode } from './echo-front.ts';

const statuses = [400, 401, 403, 404, 409, 429, 500, 503];

const pixopError = (status: number, said: string): string =>
  JSON.stringify({
    timestamp: '2026-11-24T00:00:00Z',
    requestId: said.slice(0, 300),
    requestPath: said,
    errorCode: said.slice(0, 150),
    message: said,
    statusCode: status,
    validationErrors: [{ field: said, value: said, message: said }],
    [said.slice(0, 80)]: said,
  });

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const s3Error = (code: string, said: string): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${xml(said)}</Message><AWSAccessKeyId>${xml(said)}` +
  `</AWSAccessKeyId><StringToSign>${xml(said)}</StringToSign><SignatureProvided>${xml(said)}</SignatureProvided>` +
  `<Region>${xml(said)}</Region><RequestId>${xml(said)}</RequestId></Error>`;

const html = (status: number): EchoMode => ({
  name: `${status} as a page`,
  answer: (said) => ({ status, type: 'text/html', body: `<html><title>${said}</title>${said}</html>` }),
});
const reset: EchoMode = { name: 'a broken connection', answer: 'reset' };

/** Ways in which Pixop, or something in its place, repeats what it was sent. */
export const pixopModes: readonly EchoMode[] = [
  reset,
  ...statuses.map((status) => ({
    name: `Pixop’s ${status}`,
    answer: (said: string) => ({ status, type: 'application/json', body: pixopError(status, said) }),
  })),
  html(200),
  html(401),
  html(302),
  {
    name: 'half an answer',
    answer: (said) => ({ status: 403, type: 'application/json', body: pixopError(403, said).slice(0, -9) }),
  },
  {
    name: 'a good answer of another form',
    answer: (said) => ({ status: 200, type: 'application/json', body: JSON.stringify({ [said]: [said] }) }),
  },
  {
    name: 'an account that is named after the key',
    answer: (said) => ({
      status: 200,
      type: 'application/json',
      body: JSON.stringify({
        user: { id: 'canary', email: said.slice(0, 600), name: said.slice(0, 600) },
        defaultTeam: {
          id: '00000000-0000-4000-8000-000000000001',
          name: said.slice(0, 600),
          apiEnabled: true,
        },
      }),
    }),
  },
];

const s3Codes = [
  'AccessDenied',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'ExpiredToken',
  'InvalidToken',
  'Oddity',
];

/** Ways in which S3, or something in its place, repeats what it was sent. */
export const s3Modes: readonly EchoMode[] = [
  reset,
  ...s3Codes.map((code) => ({
    name: `S3’s ${code}`,
    answer: (said: string) => ({
      status: code === 'Oddity' ? 401 : 403,
      type: 'application/xml',
      body: s3Error(code, said),
    }),
  })),
  {
    name: 'a code that is the secret',
    answer: (said) => ({ status: 400, type: 'application/xml', body: s3Error(xml(said), said) }),
  },
  {
    name: 'half an error',
    answer: (said) => ({
      status: 403,
      type: 'application/xml',
      body: s3Error('AccessDenied', said).slice(0, -30),
    }),
  },
  {
    name: 'a list of another form',
    answer: (said) => ({ status: 200, type: 'application/xml', body: `<List>${xml(said)}</List>` }),
  },
  html(200),
  html(307),
  html(500),
];
