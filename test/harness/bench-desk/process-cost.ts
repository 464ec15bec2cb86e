import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import type { LaunchedApp } from '../../e2e/launch-app.ts';

/** What the window's process and the main process take. */
export interface ProcessCost {
  readonly renderer: number;
  readonly main: number;
}

/** Linux counts in hundredths of a second for every program (proc(5), `_SC_CLK_TCK`). */
const TICKS_PER_SECOND = 100;

/** The processor time of a process so far, seconds: user and system time, after the name in brackets. */
function secondsOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

async function secondsUsed({ page, main }: LaunchedApp): Promise<ProcessCost> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The page has no browser');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const windows = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => secondsOf(id));
  return { renderer: windows.reduce((sum, one) => sum + one, 0), main: secondsOf(main.pid) };
}

/** The shares of a core that both use for some time, in percent. */
export async function shareOfCore(app: LaunchedApp, forMs: Milliseconds): Promise<ProcessCost> {
  const before = await secondsUsed(app);
  const started = performance.now();
  await delay(forMs);
  const after = await secondsUsed(app);
  const seconds = (performance.now() - started) / SECOND;
  return {
    renderer: (100 * (after.renderer - before.renderer)) / seconds,
    main: (100 * (after.main - before.main)) / seconds,
  };
}
