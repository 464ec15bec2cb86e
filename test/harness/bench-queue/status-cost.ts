import { HOUR } from '../../../src/shared/units.ts';
import { runUntil } from '../virtual-run/drive.ts';
import { enqueue, startVirtualRun } from '../virtual-run/virtual-run.ts';

/** Processor time of the main process for each thousand changes of a row, in a queue of so many; Pixop's own included. */
export async function measureStatusCost(
  imports: number,
): Promise<{ readonly changes: number; readonly cpuMsPer1000: number }> {
  const seen = { changes: 0 };
  const run = await startVirtualRun({
    seed: 1,
    settings: { limitPerMinute: 600, fullIngestionMs: 5_000 },
    copyMs: () => 20_000,
    onChange: ({ rows }) => void (seen.changes += rows.length),
  });
  await enqueue(
    run,
    Array.from({ length: imports }, (_, index) => `clip-${index}.mov`),
  );
  seen.changes = 0;
  const before = process.cpuUsage();
  const isOver = (): boolean => run.service.summary().counts.done === imports;
  if (!(await runUntil(run.clock, 48 * HOUR, isOver))) throw new Error('The run got stuck');
  const { user, system } = process.cpuUsage(before);
  await run.service.close();
  return { changes: seen.changes, cpuMsPer1000: (user + system) / 1_000 / (seen.changes / 1_000) };
}
