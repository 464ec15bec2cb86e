import { describe, expect, it } from 'vitest';
import { actionsOf, commonActions, offeredActions } from '../../../src/renderer/views/queue/job-actions.ts';
import { failureGroups } from '../../../src/renderer/views/queue/failure-groups.ts';
import { headingId } from '../../../src/renderer/views/queue/group-layout.ts';
import {
  selectAfterClick,
  selectAfterKey,
  type ListSelection,
} from '../../../src/renderer/views/queue/list-selection.ts';
import { tabCounts } from '../../../src/renderer/store/queue-tabs.ts';
import { jobStates, type JobRow } from '../../../src/shared/imports.ts';
import { jobRow } from './job-row.ts';

const none = { shiftKey: false, ctrlKey: false, metaKey: false };
const empty: ListSelection = { active: null, anchor: null, selected: new Set() };
const ids = ['a', 'b', 'c', 'd', 'e'];
const click = (now: ListSelection, id: string, keys: Partial<typeof none> = {}, button = 0): ListSelection =>
  selectAfterClick(now, ids, id, { ...none, ...keys, button });
const press = (now: ListSelection, key: string, keys: Partial<typeof none> = {}): ListSelection | null =>
  selectAfterKey(now, ids, { ...none, ...keys, key }, 3);

describe('the queue’s tabs', () => {
  it('put every state under exactly one tab, and all under All', () => {
    const counts = tabCounts(Object.fromEntries(jobStates.map((state) => [state, 1])));
    expect(counts.all).toBe(jobStates.length);
    expect(counts.waiting + counts.running + counts.attention + counts.done).toBe(counts.all);
  });
});

describe('the actions', () => {
  it('never offer to cancel or abandon a copy that runs', () => {
    for (const state of ['sending', 'unknown', 'accepted', 'copying', 'ingesting'] as const) {
      expect(actionsOf(state).filter((action) => action !== 'open')).toEqual([]);
    }
  });

  it('never offer to import again while the outcome is unknown', () => {
    const offering = jobStates.filter((state) => actionsOf(state).includes('retry'));
    expect(offering).toEqual(['rejected']);
  });

  it('are for several imports what each of them allows', () => {
    expect(commonActions(['failed', 'done'])).toEqual(['open']);
    expect(commonActions(['failed', 'failed'])[0]).toBe('restart');
    expect(commonActions([])).toEqual([]);
  });
});

describe('sending first or last', () => {
  const moves = (rows: readonly JobRow[], waiting: number) =>
    offeredActions(rows, waiting).filter((action) => action.startsWith('move'));

  it('is offered for what waits, when others wait too', () => {
    expect(moves([jobRow()], 2)).toEqual(['move-top', 'move-bottom']);
    expect(moves([jobRow()], 1)).toEqual([]);
    expect(moves([jobRow(), jobRow({ jobId: 'b' })], 2)).toEqual([]);
  });

  it('is not offered for what was sent', () => {
    expect(moves([jobRow(), jobRow({ state: 'copying' })], 9)).toEqual([]);
  });
});

describe('the error clinic', () => {
  it('groups failures by code, the largest group first, with the request ids for support', () => {
    const error = (code: string, requestId: string | null) => ({
      code,
      message: 'm',
      requestId,
      httpStatus: null,
    });
    const groups = failureGroups([
      jobRow({ jobId: '1', state: 'rejected', error: error('KEY_NOT_FOUND', 'r1') }),
      jobRow({ jobId: '2', state: 'failed', error: error('CHECKSUM_MISMATCH', 'r2') }),
      jobRow({ jobId: '3', state: 'failed', error: error('CHECKSUM_MISMATCH', null) }),
      jobRow({ jobId: '4', state: 'copying', error: error('CHECKSUM_MISMATCH', 'r4') }),
    ]);
    expect(groups.map(({ code, jobIds, requestIds }) => [code, jobIds, requestIds])).toEqual([
      ['CHECKSUM_MISMATCH', ['2', '3'], ['r2']],
      ['KEY_NOT_FOUND', ['1'], ['r1']],
    ]);
  });
});

describe('selecting in the queue', () => {
  it('follows click, Ctrl and Shift as file managers do', () => {
    const one = click(empty, 'b');
    expect([...one.selected]).toEqual(['b']);
    expect([...click(one, 'd', { ctrlKey: true }).selected]).toEqual(['b', 'd']);
    expect([...click(one, 'd', { shiftKey: true }).selected]).toEqual(['b', 'c', 'd']);
    expect([...click(one, 'a', { shiftKey: true }).selected]).toEqual(['a', 'b']);
  });

  it('keeps the selection under a right click on it, and moves it elsewhere', () => {
    const two = click(click(empty, 'b'), 'd', { metaKey: true });
    expect([...click(two, 'b', {}, 2).selected]).toEqual(['b', 'd']);
    expect([...click(two, 'e', {}, 2).selected]).toEqual(['e']);
  });

  it('moves and extends by keys and stops at the ends', () => {
    const start = click(empty, 'c');
    expect(press(start, 'ArrowDown')?.active).toBe('d');
    expect([...(press(start, 'End', { shiftKey: true })?.selected ?? [])]).toEqual(['c', 'd', 'e']);
    expect(press(start, 'PageUp')?.active).toBe('a');
    expect(press(empty, 'ArrowDown')?.active).toBe('a');
    expect(press(start, 'a', { ctrlKey: true })?.selected.size).toBe(5);
    expect(press(start, 'Escape')?.selected.size).toBe(0);
    expect(press(start, 'x')).toBeNull();
  });

  it('passes over headings, which are active but never selected', () => {
    const lines = [headingId('x'), 'a', headingId('y'), 'b'];
    const key = (now: ListSelection, name: string, keys: Partial<typeof none> = {}): ListSelection =>
      selectAfterKey(now, lines, { ...none, ...keys, key: name }, 3) ?? now;
    const onA = key(key(empty, 'Home'), 'ArrowDown');
    expect([...onA.selected]).toEqual(['a']);
    expect([
      ...key(key(onA, 'ArrowDown', { shiftKey: true }), 'ArrowDown', { shiftKey: true }).selected,
    ]).toEqual(['a', 'b']);
    expect(key(onA, 'ArrowDown')).toEqual({
      active: headingId('y'),
      anchor: headingId('y'),
      selected: new Set(),
    });
    expect([...key(onA, 'a', { ctrlKey: true }).selected]).toEqual(['a', 'b']);
    const clicked = selectAfterClick(onA, lines, headingId('y'), { ...none, ctrlKey: true, button: 0 });
    expect([...clicked.selected]).toEqual(['a']);
  });
});
