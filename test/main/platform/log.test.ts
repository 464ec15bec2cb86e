import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../src/main/platform/log.ts';
import { createRedactor } from '../../../src/main/platform/redact.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (name: string): string => (statSync(join(folder, name)).mode & 0o777).toString(8);

describe('the log', () => {
  it('is rotated when it is full, keeps one old file, and never grows beyond', () => {
    const log = openLog(join(folder, 'app.log'), createRedactor(), 2_000);
    for (let line = 0; line < 200; line += 1) log.info('A line of a hundred characters or so', { line });
    expect(readdirSync(folder).toSorted()).toEqual(['app.log', 'app.old.log']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(2_200);
    expect(readFileSync(join(folder, 'app.log'), 'utf8')).toContain('line=199');
  });

  it.skipIf(process.platform === 'win32')('is its user’s alone, after a rotation too', () => {
    const log = openLog(join(folder, 'app.log'), createRedactor(), 500);
    for (let line = 0; line < 50; line += 1) log.info('Some text', { line });
    expect(readdirSync(folder).map(modeOf)).toEqual(['600', '600']);
  });

  it.skipIf(process.platform === 'win32')('becomes its user’s alone where it was not', () => {
    writeFileSync(join(folder, 'app.log'), 'old\n');
    chmodSync(join(folder, 'app.log'), 0o644);
    openLog(join(folder, 'app.log'), createRedactor()).info('new');
    expect(modeOf('app.log')).toBe('600');
  });

  it('passes message and fields through the redactor', () => {
    const redactor = createRedactor();
    redactor.add('kanarie-key-0815');
    openLog(join(folder, 'app.log'), redactor).error('Refused kanarie-key-0815', {
      'kanarie-key-0815': 'kanarie-key-0815',
    });
    expect(readFileSync(join(folder, 'app.log'), 'utf8')).toMatch(
      /Refused \[redacted\] \[redacted\]="\[redacted\]"/,
    );
  });
});
