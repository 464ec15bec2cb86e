import { expect, it } from 'vitest';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { textOf } from '../../../src/renderer/text/text.ts';
import { closingWords } from '../../../src/renderer/views/queue/closing-words.ts';
import type { JobState } from '../../../src/shared/imports.ts';
import { summaryOf } from '../../main/shell/queue-summary-of.ts';

const of = (given: Partial<Record<JobState, number>>): ReturnType<typeof closingWords> =>
  closingWords(summaryOf(given), textOf('en').queue, createFormat('en'));

it('says that every import has reached Pixop only when each of them has', () => {
  expect(of({ done: 2, copying: 1, failed: 1, skipped: 1 })).toEqual({
    isCalm: true,
    words: 'Every import has reached Pixop. You may close this window.',
  });
  for (const state of ['needs-decision', 'rejected', 'planned', 'sending', 'unknown'] as const)
    expect(of({ done: 2, [state]: 1 }), state).toMatchObject({ isCalm: false });
});

it('counts the imports that need a decision, and says that closing the window loses none', () => {
  expect(of({ 'needs-decision': 3 }).words).toBe(
    '3 imports need your decision. Nothing is lost if you close this window.',
  );
  expect(of({ 'needs-decision': 1, rejected: 2 }).words).toBe(
    '1 import needs your decision. 2 imports were not accepted by Pixop. Nothing is lost if you close this window.',
  );
});

it('says first what closing interrupts, then what is owed', () => {
  expect(of({ planned: 4, sending: 1, 'needs-decision': 1 }).words).toBe(
    '5 imports are not sent yet. They are kept when you quit, and sent when you reopen the app. 1 import needs your decision.',
  );
  expect(of({ unknown: 1, restarting: 1 }).words).toMatch(/^2 imports are being settled/u);
});
