import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Fails when the lockfile would install only on the platform it was made on: npm leaves optional platform packages
 * out of it silently when a registry lacks them, and `npm ci` then fails elsewhere. Also fails on download addresses.
 */
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const path = resolve(import.meta.dirname, '../../package-lock.json');
const packages: Readonly<Record<string, Locked>> = JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether a dependency is found from `base` upwards, as Node looks it up. */
function isLocked(base: string, dependency: string): boolean {
  for (let from = base; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (packages[`${from === '' ? '' : `${from}/`}node_modules/${dependency}`] !== undefined) return true;
    if (!from.includes('node_modules')) return false;
    if (!from.includes('/node_modules/')) from = '';
    if (from === '') return packages[`node_modules/${dependency}`] !== undefined;
  }
}

const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies)
    .filter(([dependency]) => !isLocked(from, dependency))
    .map(
      ([dependency, version]) =>
        `${dependency}@${version} (optional, of ${from || 'the project'}) is not locked`,
    ),
);
const addressed = Object.entries(packages)
  .filter(([, { resolved }]) => resolved !== undefined)
  .map(([from]) => `${from} has a download address`);
const problems = [...missing, ...addressed];
console.log(problems.length === 0 ? 'The lockfile is complete for every platform.' : problems.join('\n'));
process.exit(problems.length === 0 ? 0 : 1);
