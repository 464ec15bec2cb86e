import { describe, expect, it } from 'vitest';
import { noticeText } from '../../../src/main/shell/notice-text.ts';
import { taskbarProgress } from '../../../src/main/shell/taskbar.ts';
import { shellWords } from '../../../src/main/shell/words/words.ts';
import { summaryOf } from './queue-summary-of.ts';

const words = shellWords('en', 'en').notice;
const end = { batchId: 'a', locationName: 'Deliveries', done: 0, failed: 0, toDecide: 0 };

describe('The notification of a batch', () => {
  it('tells what arrived, and then what is left to do', () => {
    expect(noticeText({ ...end, done: 4_812 }, words)).toEqual({
      title: '4,812 videos from Deliveries are in Pixop',
      body: 'Every import in the batch is done.',
    });
    expect(noticeText({ ...end, done: 1, failed: 2, toDecide: 1 }, words)).toEqual({
      title: '1 video from Deliveries is in Pixop',
      body: '2 imports failed. 1 import needs your decision.',
    });
  });

  it('does not call a batch of which nothing arrived a success', () => {
    expect(noticeText({ ...end, failed: 12 }, words).title).toBe('No video from Deliveries arrived');
  });
});

describe('The bar in the taskbar or dock', () => {
  it('shows the bytes that were copied, in hundredths', () => {
    const running = { ...summaryOf({ copying: 1 }), totalBytes: 3_000, copiedBytes: 1_000 };
    expect(taskbarProgress([running])).toEqual({ share: 0.33, mode: 'normal' });
  });

  it('is away while there is nothing to wait for', () => {
    expect(taskbarProgress([])).toEqual({ share: -1, mode: 'none' });
    expect(taskbarProgress([summaryOf({ done: 3, failed: 1, 'needs-decision': 1 })]).share).toBe(-1);
  });

  it('is paused with the queue', () => {
    const paused = { reason: 'key-rejected', message: '', error: null } as const;
    expect(taskbarProgress([{ ...summaryOf({ planned: 1 }), paused }]).mode).toBe('paused');
    expect(taskbarProgress([{ ...summaryOf({ planned: 1 }), paused }, summaryOf({ planned: 1 })]).mode).toBe(
      'normal',
    );
  });
});
