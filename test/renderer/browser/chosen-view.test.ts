import { describe, expect, it } from 'vitest';
import { defaultChosenView, viewAt } from '../../../src/renderer/store/chosen-view.ts';
import { ages, browseViewSchema, chosenViewSchema, defaultBrowseView } from '../../../src/shared/browse.ts';
import { DAY } from '../../../src/shared/units.ts';

const nowMs = Date.UTC(2026, 10, 24, 12);
const aged = (age: (typeof ages)[number]) => ({
  ...defaultChosenView,
  filter: { ...defaultChosenView.filter, age },
});

describe('a chosen view', () => {
  it('is at first the view of a newly opened listing', () => {
    expect(viewAt(defaultChosenView, nowMs)).toEqual(defaultBrowseView);
  });

  it('counts its age back from the moment at which it is asked, and keeps no date', () => {
    const week = aged('week');
    expect(viewAt(week, nowMs).filter.modifiedAfterMs).toBe(nowMs - 7 * DAY);
    expect(viewAt(week, nowMs + 30 * DAY).filter.modifiedAfterMs).toBe(nowMs + 23 * DAY);
    expect(JSON.stringify(chosenViewSchema.parse(week))).not.toMatch(/\d{6}/);
  });

  it('knows an age with an end and no beginning', () => {
    expect(viewAt(aged('older'), nowMs).filter).toMatchObject({
      modifiedAfterMs: null,
      modifiedBeforeMs: nowMs - 365 * DAY,
    });
  });

  it.each(ages)('can be asked of a listing with the age "%s"', (age) => {
    expect(browseViewSchema.safeParse(viewAt(aged(age), nowMs)).success).toBe(true);
  });
});
