import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  everythingInOrder,
  JobList,
  type JobChange,
  type ListOptions,
} from '../../../src/renderer/store/job-list.ts';
import { jobOrder, jobSorts } from '../../../src/renderer/store/job-sort.ts';
import { queueTabs } from '../../../src/renderer/store/queue-tabs.ts';
import { jobStates, type JobRow } from '../../../src/shared/imports.ts';
import { jobRow } from '../queue/job-row.ts';

const added = (rows: readonly JobRow[]): JobChange[] => rows.map((after) => ({ before: undefined, after }));

/** A list of these rows, shown in a way. */
function shown(rows: readonly JobRow[], options: Partial<ListOptions>): JobList {
  const list = new JobList();
  list.change(added(rows));
  list.show({ ...everythingInOrder, ...options });
  return list;
}
const idsOf = (list: JobList): readonly string[] => list.groups([]).flatMap(({ jobIds }) => jobIds);

describe('the order of the queue’s list', () => {
  const rows = [
    jobRow({ jobId: 'a', position: 3, name: 'take 10', sizeBytes: 5, changedAtMs: 30, state: 'done' }),
    jobRow({ jobId: 'b', position: 1, name: 'take 2', sizeBytes: 9, changedAtMs: 10, state: 'planned' }),
    jobRow({ jobId: 'c', position: 2, name: 'take 1', sizeBytes: 5, changedAtMs: 20, state: 'failed' }),
  ];

  it.each([
    ['queue', 'bca'],
    ['name', 'cba'],
    ['size', 'cab'],
    ['state', 'cba'],
    ['changed', 'bca'],
  ] as const)('is by %s as it says, both ways', (sort, ids) => {
    expect(idsOf(shown(rows, { sort })).join('')).toBe(ids);
    expect(idsOf(shown(rows, { sort, isDescending: true })).join('')).toBe(
      ids.split('').toReversed().join(''),
    );
  });

  it('shows by tab, and by a search in name or object key whatever the case', () => {
    const keyed = [...rows, jobRow({ jobId: 'd', position: 4, objectKey: 'x/TAKE.mov', name: 'other' })];
    expect(idsOf(shown(keyed, { tab: 'attention' }))).toEqual(['c']);
    expect(idsOf(shown(keyed, { search: ' Take ' }))).toEqual(['b', 'c', 'a', 'd']);
    expect(idsOf(shown(keyed, { search: 'take 1' }))).toEqual(['c', 'a']);
    expect(idsOf(shown(keyed, { search: 'x/take.mov' }))).toEqual(['d']);
    // What means something in an expression means itself.
    expect(idsOf(shown(keyed, { search: 't.ke' }))).toEqual([]);
    expect(
      idsOf(
        shown([jobRow({ name: 'ÅBENT \\d (1) [a]{2}|^$ a+b?' })], { search: 'åbent \\d (1) [a]{2}|^$ a+B?' }),
      ),
    ).toEqual(['job']);
  });
});

describe('the batches of the queue’s list', () => {
  const rows = [
    jobRow({ jobId: 'a', position: 1, batchId: 'x' }),
    jobRow({ jobId: 'b', position: 2, batchId: 'y', state: 'done' }),
    jobRow({ jobId: 'c', position: 3, batchId: 'x' }),
  ];

  it('stand in the order that is given for them, whatever their rows are sorted by', () => {
    const groups = shown(rows, { isGrouped: true, isDescending: true }).groups(['y', 'x']);
    expect(groups).toEqual([
      { batchId: 'y', jobIds: ['b'] },
      { batchId: 'x', jobIds: ['c', 'a'] },
    ]);
  });

  it('without a listed import are left out', () => {
    const groups = shown(rows, { isGrouped: true, tab: 'waiting' }).groups(['x', 'y']);
    expect(groups.map(({ batchId }) => batchId)).toEqual(['x']);
  });

  it('can be shown one at a time', () => {
    expect(idsOf(shown(rows, { batchId: 'x' }))).toEqual(['a', 'c']);
  });
});

describe('a change of rows', () => {
  it('that moves nothing and changes no membership is none of the list', () => {
    const before = jobRow({ state: 'copying', copyPercent: 1 });
    const list = shown([before], {});
    expect(list.change([{ before, after: { ...before, copyPercent: 2 } }])).toBe(false);
    expect(list.change([{ before, after: { ...before, position: 7 } }])).toBe(true);
  });

  it('of what is not listed is none of the list either', () => {
    const before = jobRow({ state: 'copying' });
    const list = shown([before], { tab: 'attention' });
    expect(list.change([{ before, after: { ...before, position: 9 } }])).toBe(false);
    expect(list.change([{ before, after: { ...before, state: 'failed' } }])).toBe(true);
    expect(idsOf(list)).toEqual(['job']);
  });

  it('of very many rows at once is taken in as one of few', () => {
    const many = Array.from({ length: 1_500 }, (_, index) =>
      jobRow({ jobId: `j${index}`, position: (index * 7_919) % 1_500 }),
    );
    const list = new JobList();
    list.change(added(many));
    expect(idsOf(list)).toEqual(many.toSorted(jobOrder('queue', false)).map(({ jobId }) => jobId));
    const half = many.filter(({ position }) => position % 2 === 0);
    list.change(half.map((before) => ({ before, after: undefined })));
    expect(idsOf(list)).toHaveLength(750);
    expect(idsOf(list)).not.toContain(half[0]?.jobId);
  });

  it('leaves the list as if all of it had been sorted and filtered anew', () => {
    const facts = fc.record({
      position: fc.integer({ min: 0, max: 9 }),
      name: fc.constantFrom('a', 'A', 'b 2', 'b 10'),
      sizeBytes: fc.integer({ min: 0, max: 3 }),
      state: fc.constantFrom(...jobStates),
      changedAtMs: fc.integer({ min: 0, max: 4 }),
      batchId: fc.constantFrom('x', 'y'),
    });
    const options = fc.record({
      tab: fc.constantFrom(...queueTabs),
      search: fc.constantFrom('', 'b'),
      batchId: fc.constantFrom(null, 'x'),
      sort: fc.constantFrom(...jobSorts),
      isDescending: fc.boolean(),
      isGrouped: fc.boolean(),
    });
    // Each step writes some rows, or takes them away, or shows the list in another way.
    const row = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.option(facts));
    const step = fc.oneof(fc.uniqueArray(row, { selector: ([id]) => id, maxLength: 6 }), options);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const list = new JobList();
        const rows = new Map<string, JobRow>();
        for (const one of steps) {
          if (!Array.isArray(one)) {
            list.show(one);
            continue;
          }
          const changes = one.map(([id, given]): JobChange => {
            const jobId = `j${id}`;
            const before = rows.get(jobId);
            // An import keeps its batch and its name.
            const kept = before === undefined ? {} : { batchId: before.batchId, name: before.name };
            const after = given === null ? undefined : jobRow({ ...given, ...kept, jobId });
            if (after === undefined) rows.delete(jobId);
            else rows.set(jobId, after);
            return { before, after };
          });
          list.change(changes.filter(({ before, after }) => before !== undefined || after !== undefined));
        }
        const anew = shown([...rows.values()], list.options);
        expect(list.groups(['y', 'x'])).toEqual(anew.groups(['y', 'x']));
        const inOrder = [...rows.values()].toSorted(jobOrder(list.options.sort, list.options.isDescending));
        const everything = {
          ...list.options,
          tab: 'all',
          search: '',
          batchId: null,
          isGrouped: false,
        } as const;
        list.show(everything);
        expect(idsOf(list)).toEqual(inOrder.map(({ jobId }) => jobId));
      }),
    );
  });
});
