import { expect, it } from 'vitest';
import type { PickedObject } from '../../../src/main/imports/ports.ts';
import { MINUTE } from '../../../src/shared/units.ts';
import { runUntil } from '../../harness/virtual-run/drive.ts';
import { enqueue, startVirtualRun } from '../../harness/virtual-run/virtual-run.ts';

async function startRun() {
  const looked: string[] = [];
  const answers = new Map<string, 'changed' | 'gone' | 'unknown'>();
  const run = await startVirtualRun({
    seed: 1,
    settings: {},
    copyMs: () => 1_000,
    async lookAgain({ objectKey }: PickedObject) {
      looked.push(objectKey);
      return answers.get(objectKey) ?? 'same';
    },
  });
  const rows = () =>
    new Map(
      run.service
        .snapshot({ from: 0, count: 100 })
        .rows.map(({ objectKey, state, error }) => [
          objectKey,
          error === null ? state : `${state} ${error.code}`,
        ]),
    );
  const settle = (): Promise<boolean> =>
    runUntil(run.clock, 30 * MINUTE, () => {
      const { counts, unsent } = run.service.summary();
      return unsent + counts.accepted + counts.copying + counts.ingesting === 0;
    });
  return { ...run, looked, answers, rows, settle };
}

it('sends what was picked a moment ago without another look', async () => {
  const run = await startRun();
  await enqueue(run, ['a.mov', 'b.mov']);
  expect(await run.settle()).toBe(true);
  expect(run.looked).toEqual([]);
  expect(run.world.ledger.totals().videos).toBe(2);
  await run.service.close();
});

it('looks once more at what has waited, and does not send what was replaced or is gone', async () => {
  const run = await startRun();
  await run.service.pause();
  await enqueue(run, ['same.mov', 'replaced.mov', 'gone.mov', 'unreadable.mov']);
  run.answers.set('replaced.mov', 'changed').set('gone.mov', 'gone').set('unreadable.mov', 'unknown');
  run.clock.advance(16 * MINUTE);
  await run.service.resume();
  expect(await run.settle()).toBe(true);
  expect(run.rows()).toEqual(
    new Map([
      ['same.mov', 'done'],
      ['replaced.mov', 'rejected OBJECT_CHANGED'],
      ['gone.mov', 'rejected OBJECT_GONE'],
      ['unreadable.mov', 'done'],
    ]),
  );
  expect(run.world.ledger.totals().videos).toBe(2);

  // The operator has been told: imported again, it is taken as it is now.
  await run.service.retry({ states: ['rejected'], batchId: null, errorCode: 'OBJECT_CHANGED' });
  expect(await run.settle()).toBe(true);
  expect(run.rows().get('replaced.mov')).toBe('done');
  expect(run.looked).toHaveLength(4);
  expect(run.world.ledger.totals().videos).toBe(3);
  await run.service.close();
});
