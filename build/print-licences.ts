import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** `npm run licences`: builds the app, which ends where a package's terms do not allow it, and prints what is shipped. */
const root = resolve(import.meta.dirname, '..');
const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel=warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
const lines = ['main', 'renderer'].flatMap((part) =>
  readFileSync(join(root, 'out', part, 'licences.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^\S+ \d+\.\d+\.\d+\S* \(.+\)$/.test(line)),
);
const packages = [...new Set(lines)].toSorted();
process.stdout.write(`${packages.join('\n')}\n\n${packages.length} packages of others are shipped.\n`);
