import { describe, expect, it } from 'vitest';
import { quitQuestion } from '../../../src/main/shell/quit-question.ts';
import { shellWords } from '../../../src/main/shell/words/words.ts';
import { summaryOf } from './queue-summary-of.ts';

const words = shellWords('en', 'en').quit;

describe('Quitting', () => {
  it('is not asked about when every import is known to Pixop', () => {
    expect(quitQuestion([summaryOf({ copying: 4, done: 10, failed: 2 })], words)).toBeNull();
    expect(quitQuestion([], words)).toBeNull();
  });

  it('tells how many imports are not sent, and that Pixop goes on with the others', () => {
    expect(quitQuestion([summaryOf({ planned: 4_812, copying: 3 })], words)).toEqual({
      message: '4,812 imports are not sent yet',
      detail: `${words.kept}\n\nPixop continues with the 3 videos it already has.`,
    });
  });

  it('says that what is on its way is taken up, and never that it is lost', () => {
    const question = quitQuestion([summaryOf({ sending: 1, unknown: 1 })], words);
    expect(question).toEqual({ message: '2 imports are being settled with Pixop', detail: words.takenUp });
  });

  it('counts the queues of all environments together', () => {
    const question = quitQuestion([summaryOf({ planned: 1 }), summaryOf({ copying: 1 })], words);
    expect(question?.message).toBe('1 import is not sent yet');
    expect(question?.detail).toContain('Pixop continues with the video it already has.');
  });

  it('knows that a paused queue would have sent nothing', () => {
    const paused = { reason: 'operator', message: '', error: null } as const;
    expect(quitQuestion([{ ...summaryOf({ planned: 2 }), paused }], words)?.detail).toBe(words.keptPaused);
  });

  it('speaks the language of the window', () => {
    const danish = shellWords('system', 'da-DK').quit;
    expect(quitQuestion([summaryOf({ planned: 2 })], danish)?.message).toBe('2 importer er ikke sendt endnu');
  });
});
