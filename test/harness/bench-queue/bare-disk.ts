import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WRITES = 1_000;

/** Syncs a second of this disk with nothing around them: what a commit is measured against. */
export async function measureBareSyncs(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-disk-'));
  const file = await open(join(folder, 'file'), 'a');
  const bytes = Buffer.alloc(200, 'x');
  try {
    const started = performance.now();
    for (let left = WRITES; left > 0; left -= 1) {
      await file.appendFile(bytes);
      await file.datasync();
    }
    return WRITES / ((performance.now() - started) / 1_000);
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
}
