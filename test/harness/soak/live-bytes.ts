import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { settled } from '../virtual-run/drive.ts';

/** Collections after which V8 has given back what it can: each one frees what the one before made free. */
const COLLECTIONS = 6;

/** What the process holds once its garbage is gone: pages of the machine, and bytes that are reachable. */
export async function liveBytes(): Promise<{ readonly rss: number; readonly heap: number }> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('This Node has no collector to call');
  for (let round = 0; round < COLLECTIONS; round += 1) {
    collect();
    await settled();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}
