import { expect, it } from 'vitest';
import { listCase } from '../../harness/bench-browse/listing-part.ts';
import { Report } from '../../harness/bench-browse/report.ts';
import { measureRows } from '../../harness/bench-browse/rows-part.ts';

/** Several processes and threads are started, which takes a busy machine long. */
const PATIENCE_MS = 90_000;

/** Runs what `npm run bench:browse` is made of, as small as it gets: how long anything takes decides nothing here. */
it(
  'lists in every way beside the product, and counts what the product asks for',
  async () => {
    const lines: string[] = [];
    const report = new Report((line) => lines.push(line));
    const sdk = 'SDK paginator';
    await listCase(report, { keys: 2_000, pageMs: 0, rounds: 1, tools: [], targets: { [sdk]: 1_000 } });
    expect(lines[0]).toMatch(/2,000 keys, 0 ms a page: the product.* 2 requests of 2$/);
    for (const way of ['bare socket', 'node:http', sdk]) expect(lines.join('\n')).toContain(way);
    expect(report.end()).toBe(0);
  },
  PATIENCE_MS,
);

it(
  'asks a thread of rows everything that the screen asks, and weighs them',
  async () => {
    const lines: string[] = [];
    await measureRows(new Report((line) => lines.push(line)), 3_000, 1);
    const asked = [
      'first rows in hand',
      'filter: glob',
      'sort: size',
      'select all',
      'what is shown',
      'a row in',
    ];
    for (const what of asked) expect(lines.filter((line) => line.includes(what))).toHaveLength(1);
  },
  PATIENCE_MS,
);

it('counts the targets that are missed', () => {
  const lines: string[] = [];
  const report = new Report((line) => lines.push(line));
  report.beside('one', 30, { name: 'other', ms: 10 }, 2);
  report.beside('two', 10, { name: 'other', ms: 10 }, 2);
  expect(report.end()).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^one +30 ms +3\.00 × other +≤ 2 {2}MISSED$/),
    expect.stringMatching(/^two +10 ms +1\.00 × other +≤ 2 {2}met$/),
    '\n1 of 2 targets missed',
  ]);
});
