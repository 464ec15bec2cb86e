import { expect, it } from 'vitest';
import { runNaive, runProduct } from '../../harness/bench-queue/pacing-run.ts';
import { boundMs, workload } from '../../harness/bench-queue/workload.ts';
import { SECOND } from '../../../src/shared/units.ts';

/** All times are virtual: how fast this machine is changes none of them. */
it('imports as fast as the limit allows, never runs into it, and shows what is so while it sends and after', async () => {
  const work = workload(1_000, 60, 0, 1);
  const { makespanMs, requests, refused, lateWhileMs, lateAfterMs } = await runProduct(work);
  expect(makespanMs / boundMs(work)).toBeLessThanOrEqual(1.01);
  expect(requests / work.keys.length).toBeLessThanOrEqual(1.4);
  expect(refused).toBe(0);
  expect(lateWhileMs).toBeLessThanOrEqual(20 * SECOND);
  expect(lateAfterMs).toBeLessThanOrEqual(3 * SECOND);
});

it('would show a way of importing that polls each video for what it is', async () => {
  const work = workload(100, 60, 0, 1);
  const { makespanMs, refused } = await runNaive(work);
  expect(makespanMs / boundMs(work)).toBeGreaterThan(1.5);
  expect(refused).toBeGreaterThan(500);
});
