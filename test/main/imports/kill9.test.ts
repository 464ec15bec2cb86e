import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildProgram } from '../../harness/build-program.ts';
import { runKills } from '../../harness/kill9/run-kills.ts';

const child = { program: '', folder: '' };
const source = new URL('../../harness/kill9/child.ts', import.meta.url);
beforeAll(async () => void Object.assign(child, await buildProgram(source)));
afterAll(() => rm(child.folder, { recursive: true }));

it('loses and doubles nothing when its process is killed again and again', async () => {
  const { program } = child;
  const report = await runKills({ program, imports: 120, kills: 12, seed: 1, mutant: null });
  expect(report).toMatchObject({ lost: 0, doubled: 0, wronglyParked: 0 });
  expect(report.kills).toBeGreaterThanOrEqual(12);
});

it('would notice one that sends again after a lost answer', async () => {
  const mutant = 'sends again after a lost answer';
  const report = await runKills({ program: child.program, imports: 40, kills: 1, seed: 1, mutant });
  expect(report.doubled).toBeGreaterThan(0);
});
