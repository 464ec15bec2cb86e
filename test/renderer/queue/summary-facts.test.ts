import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/shared/language.ts';
import type { JobState, QueueSummary } from '../../../src/shared/imports.ts';
import { DAY, GB, MB, MINUTE } from '../../../src/shared/units.ts';
import { createFormat } from '../../../src/renderer/text/format.ts';
import { textOf } from '../../../src/renderer/text/text.ts';
import {
  hasEnded,
  isResumedFirst,
  isScarce,
  limitWait,
  overviewOf,
  summaryFacts,
} from '../../../src/renderer/views/queue/summary-facts.ts';
import { summaryOf } from '../../main/shell/queue-summary-of.ts';

const queueOf = (
  given: Partial<Record<JobState, number>>,
  facts: Partial<QueueSummary> = {},
): QueueSummary => ({ ...summaryOf(given), totalBytes: 2 * GB, copiedBytes: GB, ...facts });
const factsOf = (summary: QueueSummary): readonly string[] =>
  summaryFacts(summary, textOf('en').queue, createFormat('en')).map((fact) => fact.replace(/\s/gu, ' '));

describe('the line below the bar', () => {
  it('tells how much is copied, how fast, and how long the rest takes', () => {
    const pace = { bytesPerSecond: 25 * MB, etaMs: 40 * MINUTE };
    expect(factsOf(queueOf({ copying: 2 }, pace))).toEqual([
      '1.0 GB of 2.0 GB copied',
      '25.0 MB/s',
      'about 40 min left',
    ]);
    expect(factsOf(queueOf({ copying: 2 }, { ...pace, etaMs: 53 * DAY }))).toContain(
      'more than a month left',
    );
  });

  it('tells no time left while what waits is held back by a pause', () => {
    const held: Partial<QueueSummary> = {
      bytesPerSecond: 25 * MB,
      etaMs: 40 * MINUTE,
      paused: { reason: 'operator', message: '', error: null },
    };
    expect(factsOf(queueOf({ copying: 1, planned: 1 }, held))).not.toContain('about 40 min left');
    expect(factsOf(queueOf({ copying: 2 }, held))).toContain('about 40 min left');
  });

  it('tells why a full bar is not the end', () => {
    const copied = { copiedBytes: 2 * GB };
    expect(factsOf(queueOf({ ingesting: 3 }, copied))).toContain('3 being ingested');
    expect(factsOf(queueOf({ ingesting: 3, copying: 1 }))).not.toContain('3 being ingested');
    expect(hasEnded(queueOf({ ingesting: 3 }, copied))).toBe(false);
    expect(hasEnded(queueOf({ done: 3, failed: 1 }, copied))).toBe(false);
    expect(hasEnded(queueOf({ done: 3, skipped: 1 }, copied))).toBe(true);
  });

  it('tells apart what is done and what has ended without being imported', () => {
    expect(factsOf(queueOf({ planned: 3, skipped: 3, abandoned: 1 }))).toEqual([
      '1.0 GB of 2.0 GB copied',
      '3 skipped',
      '1 abandoned',
    ]);
  });
});

describe('Pixop’s limit', () => {
  const rate = { limit: 600, remaining: 0, resetsInMs: 23_000, waitMs: 23_150, reservePercent: 0 };
  const pace = { bytesPerSecond: 25 * MB, etaMs: 40 * MINUTE };

  it('is waited for while imports wait to be sent, and then neither pace nor end is claimed', () => {
    const waiting = queueOf({ planned: 9, copying: 1 }, { ...pace, rate });
    expect(limitWait(waiting)).toBe(23_150);
    expect(factsOf(waiting)).toEqual(['1.0 GB of 2.0 GB copied']);
  });

  it('is not what is waited for when nothing waits, or something else is in the way', () => {
    const isFree = { ...rate, remaining: 40, waitMs: 0 };
    const offline = { ...pace, rate, offline: true };
    const paused = { reason: 'operator', message: '', error: null } as const;
    for (const summary of [
      queueOf({ copying: 1 }, { ...pace, rate }),
      queueOf({ planned: 9 }, { ...pace, rate: isFree }),
      queueOf({ planned: 9 }, offline),
      queueOf({ planned: 9 }, { ...pace, rate, paused }),
    ])
      expect(limitWait(summary)).toBeNull();
    expect(factsOf(queueOf({ copying: 1 }, { ...pace, rate }))).toContain('25.0 MB/s');
  });

  it('has no line of its own above a fifth', () => {
    expect(isScarce({ ...rate, remaining: 121 })).toBe(false);
    expect(isScarce({ ...rate, remaining: 120 })).toBe(true);
  });
});

it('a pause asks to be resumed unless its cause has to be mended first', () => {
  expect(isResumedFirst('operator')).toBe(true);
  expect(isResumedFirst('unconfirmed')).toBe(true);
  expect(isResumedFirst('key-rejected')).toBe(false);
  expect(isResumedFirst('storage')).toBe(false);
});

it.each(languages)('an import that Pixop works on has one word in browser and queue, in %s', (language) => {
  const { browser, queue } = textOf(language);
  for (const state of ['accepted', 'copying', 'ingesting'])
    expect(queue.states[state]).toBe(browser.badges.copying);
});

it.each(languages)('what has ended is not called done, in %s', (language) => {
  const { tabs, overview } = textOf(language).queue;
  expect(overview('1', '2').toLowerCase()).not.toContain(tabs.done.toLowerCase());
});

describe('the headline', () => {
  const overview = (given: Partial<Record<JobState, number>>): string =>
    overviewOf(queueOf(given), textOf('en').queue, createFormat('en'));

  it('counts among what is still wanted, so that it can come to its end', () => {
    expect(overview({ done: 2, copying: 1 })).toBe('2 of 3 done');
    expect(overview({ done: 2, skipped: 3, abandoned: 1 })).toBe('2 of 2 done');
    expect(overview({ skipped: 3 })).toBe('Nothing left to import');
  });
});
