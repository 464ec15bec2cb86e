import { describe, expect, it } from 'vitest';
import type { TeamFile } from '../../../src/main/imports/team-keeper.ts';
import { MINUTE, SECOND } from '../../../src/shared/units.ts';
import { runUntil } from '../../harness/virtual-run/drive.ts';
import { requestsOf } from '../../harness/virtual-run/counted-port.ts';
import {
  enqueue,
  joinVirtualRun,
  startVirtualRun,
  type RunOptions,
  type VirtualRun,
} from '../../harness/virtual-run/virtual-run.ts';

const ours = 'nordlys-media';
const objectOf = (objectKey: string) => ({ objectKey, sizeBytes: 1_000_000_000, etag: objectKey });
const options: RunOptions = { seed: 1, settings: {}, copyMs: () => 30 * SECOND };
const keys = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `take_${at}.mov`);

const badge = ({ service }: VirtualRun, key: string) => service.badgeOf(ours, objectOf(key));
const pass = (run: VirtualRun, ms: number): Promise<boolean> => runUntil(run.clock, ms, () => false);
const teamOf = ({ world }: VirtualRun): string => world.directory.teams[0]?.id ?? '';
const untilDone = (run: VirtualRun, count: number): Promise<boolean> =>
  runUntil(run.clock, 60 * MINUTE, () => run.service.summary().counts.done === count);

/** A file in memory, with what was written to it. */
function memoryFile(): TeamFile & { readonly kept: () => unknown } {
  let kept: unknown;
  return {
    load: async () => kept,
    async save(value) {
      kept = structuredClone(value);
    },
    kept: () => kept,
  };
}

/** Two workstations of one team, of which the first has imported. */
async function twoWorkstations(imported: number, second: Partial<RunOptions> = {}) {
  const first = await startVirtualRun({ ...options, settings: { limitPerMinute: 600 } });
  await enqueue(first, keys(imported));
  expect(await untilDone(first, imported)).toBe(true);
  return { first, second: await joinVirtualRun(first, { ...options, seed: 2, ...second }) };
}

describe('imports of other workstations', () => {
  it('are not known, and not asked for, while nobody looks at the team’s buckets', async () => {
    const { second } = await twoWorkstations(3);
    await pass(second, 20 * MINUTE);
    expect(badge(second, 'take_0.mov')).toBe('none');
    expect(requestsOf(second.traffic)).toBe(0);
  });

  it('are known soon after somebody looks, and told once for all', async () => {
    let told = 0;
    const { second } = await twoWorkstations(250, { onTeamImports: () => (told += 1) });
    second.service.looksAt(teamOf(second));
    await pass(second, 20 * SECOND);
    expect(badge(second, 'take_0.mov')).toBe('imported');
    expect(badge(second, 'take_249.mov')).toBe('imported');
    expect(second.service.isFromElsewhere(ours, objectOf('take_7.mov'))).toBe(true);
    // Another object, another content, another bucket: none of them was imported.
    expect(badge(second, 'take_250.mov')).toBe('none');
    expect(second.service.badgeOf(ours, { ...objectOf('take_7.mov'), etag: 'other' })).toBe('none');
    expect(second.service.badgeOf('elsewhere', objectOf('take_7.mov'))).toBe('none');
    // Three pages, and one that says that the first is still the newest.
    expect(second.traffic.pages).toBe(3);
    expect(told).toBeLessThanOrEqual(4);
  });

  it('are asked for with one request a minute while nothing changes, and no more after a quarter of an hour', async () => {
    const { second } = await twoWorkstations(3);
    second.service.looksAt(teamOf(second));
    await pass(second, 10 * MINUTE + 30 * SECOND);
    expect(second.traffic.pages).toBe(11);
    await pass(second, 60 * MINUTE);
    expect(second.traffic.pages).toBeLessThanOrEqual(16);
  });

  it('show as copying first, and as imported when they are', async () => {
    const { first, second } = await twoWorkstations(1);
    second.service.looksAt(teamOf(second));
    await pass(second, 10 * SECOND);
    await enqueue(first, ['late.mov']);
    await pass(second, 61 * SECOND);
    const seen = badge(second, 'late.mov');
    expect(['copying', 'imported']).toContain(seen);
    await pass(second, 3 * MINUTE);
    expect(badge(second, 'late.mov')).toBe('imported');
  });

  it('are forgotten when their videos are deleted', async () => {
    const { first, second } = await twoWorkstations(3);
    second.service.looksAt(teamOf(second));
    await pass(second, 10 * SECOND);
    const video = first.service
      .snapshot({ from: 0, count: 10 })
      .rows.find(({ name }) => name === 'take_1.mov');
    first.world.deleteVideo(video?.videoId ?? '');
    second.service.looksAt(teamOf(second));
    await pass(second, 2 * MINUTE);
    expect(keys(3).map((key) => badge(second, key))).toEqual(['imported', 'none', 'imported']);
  });

  it('outlive a restart without a new reading of the whole list', async () => {
    const file = memoryFile();
    const { first, second } = await twoWorkstations(250, { teamFile: file });
    second.service.looksAt(teamOf(second));
    await pass(second, 20 * SECOND);
    await second.service.close();
    expect(JSON.stringify(file.kept())).not.toContain('take_');

    const again = await joinVirtualRun(first, { ...options, seed: 3, teamFile: file });
    expect(badge(again, 'take_11.mov')).toBe('imported');
    expect(again.service.isFromElsewhere(ours, objectOf('take_11.mov'))).toBe(true);
    again.service.looksAt(teamOf(again));
    await pass(again, 20 * SECOND);
    expect(again.traffic.pages).toBe(1);
  });

  it('cost a reading of the list, and nothing else, when what was kept of them cannot be read', async () => {
    const broken: TeamFile = {
      load: () => Promise.reject(new Error('The disk is gone')),
      save: () => Promise.reject(new Error('The disk is gone')),
    };
    const { second } = await twoWorkstations(3, { teamFile: broken });
    second.service.looksAt(teamOf(second));
    await pass(second, 20 * SECOND);
    expect(badge(second, 'take_0.mov')).toBe('imported');
    await second.service.close();
  });

  it('are not asked for while own imports wait to be sent', async () => {
    const { second } = await twoWorkstations(2_000, { settings: {} });
    second.service.looksAt(teamOf(second));
    await enqueue(
      second,
      keys(3_000).map((key) => `own/${key}`),
    );
    const before = second.traffic.submits;
    await pass(second, 2 * MINUTE);
    const { submits, pages } = second.traffic;
    expect(submits - before).toBeGreaterThan(8 * pages);
  });

  it('stop nothing when Pixop refuses to tell them', async () => {
    const { second } = await twoWorkstations(1);
    second.service.looksAt('11111111-1111-4111-8111-111111111111');
    await pass(second, 1 * MINUTE);
    expect(second.traffic.pages).toBe(1);
    expect(second.service.summary().paused).toBe(null);
    await enqueue(second, ['mine.mov']);
    expect(await untilDone(second, 1)).toBe(true);
  });
});
