import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../src/main/imports/outcome.ts';
import { awkwardMoments } from '../../harness/outcomes/awkward-moments.ts';
import { answerCases } from '../../harness/outcomes/cases.ts';
import { runAnswers } from '../../harness/outcomes/run-answers.ts';
import { runMoment } from '../../harness/outcomes/run-moments.ts';

const documented = [202, 400, 401, 403, 404, 429, 500];
const codes = ['KEY_NOT_FOUND', 'INSUFFICIENT_PROJECTED_BALANCE_ERROR', 'A_CODE_OF_TOMORROW'];
const cases = [...answerCases(documented, codes)].filter((_, index) => index % 3 === 0);

describe('the answers to an import call', () => {
  it('are each judged as the rules say, and each call is delivered once', async () => {
    const report = await runAnswers(cases);
    expect(report).toMatchObject({ cases: cases.length, misjudged: [], repeated: [] });
    // What is withheld is never sent, so that no answer leads there.
    const { withheld, ...answered } = report.kinds;
    expect(withheld).toBe(0);
    expect(Object.values(answered).every((count) => count > 0)).toBe(true);
  });

  it('convict a judge that sends again after a server error', async () => {
    const eager = await runAnswers(cases, ({ submitImport }) => ({
      submit: submitImport,
      judge: (fact) =>
        fact.kind === 'answered' && fact.status >= 500
          ? judge({ kind: 'not-sent', reason: 'offline', message: 'Taken for not sent' })
          : judge(fact),
    }));
    expect(eager.misjudged.length).toBeGreaterThan(0);
  });

  it('convict a client that tries twice', async () => {
    const stubborn = await runAnswers(cases, ({ submitImport }) => ({
      judge,
      async submit(request, signal) {
        const fact = await submitImport(request, signal);
        return fact.kind === 'no-answer' ? submitImport(request, signal) : fact;
      },
    }));
    expect(stubborn.repeated.length).toBeGreaterThan(0);
  });
});

test.each(awkwardMoments)('a server that $name gets one delivery, judged $expected', async (moment) => {
  expect(await runMoment(moment)).toMatchObject({ kind: moment.expected, connections: 1, isRight: true });
});
