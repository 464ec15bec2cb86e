import { expect, it } from 'vitest';
import { supportText } from '../../../src/renderer/views/queue/use-ask-support.ts';

const group = {
  state: 'failed',
  code: 'CODE_OF_TOMORROW',
  example: { code: 'CODE_OF_TOMORROW', message: 'It rains.', requestId: 'r-1', httpStatus: 500 },
  count: 2,
  jobIds: ['a', 'b'],
  requestIds: ['r-1', 'r-2'],
  batchIds: new Set(['batch']),
} as const;

it('tells support the code, Pixop’s words, and the ids by which Pixop finds them', () => {
  expect(supportText(group, ['v-1'])).toBe(
    ['2 × CODE_OF_TOMORROW (HTTP 500)', 'It rains.', 'Request ids:', 'r-1', 'r-2', 'Video ids:', 'v-1'].join(
      '\n',
    ),
  );
});

it('says how many ids are left out of a long list', () => {
  const requestIds = Array.from({ length: 102 }, (_, at) => `r-${at}`);
  const lines = supportText({ ...group, requestIds }, []).split('\n');
  expect(lines.slice(-2)).toEqual(['r-99', 'and 2 more']);
});
