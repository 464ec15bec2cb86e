import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logTail } from '../../../src/main/platform/log-tail.ts';

let directory = '';
beforeAll(async () => void (directory = await mkdtemp(join(tmpdir(), 'log-tail-'))));
afterAll(() => rm(directory, { recursive: true }));

describe('The end of the log', () => {
  it('is all of a short one', async () => {
    const path = join(directory, 'short.log');
    await writeFile(path, 'first\nsecond\n');
    expect(await logTail(path)).toEqual(['first', 'second']);
  });

  it('begins with a whole line', async () => {
    const path = join(directory, 'long.log');
    await writeFile(path, 'first line\nsecond line\nthird line\n');
    expect(await logTail(path, 24)).toEqual(['third line']);
  });

  it('is empty before anything was written, and an error when it cannot be read', async () => {
    expect(await logTail(join(directory, 'none.log'))).toEqual([]);
    await expect(logTail(directory)).rejects.toThrow();
  });
});
