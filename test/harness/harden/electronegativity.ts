import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** The tool's own folder: it is installed there on first use, from a lockfile and without its install scripts. */
const home = join(import.meta.dirname, 'electronegativity');
const tool = join(home, 'node_modules/@doyensec/electronegativity/dist/index.js');

/** What the tool finds in the built app although it is in order, each with the reason; anything else fails. */
export const justified: Readonly<Record<string, string>> = {
  CSP_GLOBAL_CHECK:
    'The policy is a header of every answer of app:// (shell/app-files.ts), which the tool does not look for.',
  AUXCLICK_JS_CHECK: 'Whatever a middle click wants is refused with every other new window and navigation.',
  PRELOAD_JS_CHECK:
    'It asks for a review of the preload: two functions, tried by “The preload gives two functions”.',
};

const sarif = z.object({
  runs: z.tuple([
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          locations: z.array(
            z.object({ physicalLocation: z.object({ artifactLocation: z.object({ uri: z.string() }) }) }),
          ),
        }),
      ),
    }),
  ]),
});

/** Problems that a report names and nothing justifies, and justifications that nothing needs any more. */
export function unjustified(report: unknown): readonly string[] {
  const { results } = sarif.parse(report).runs[0];
  const found = new Set(results.map(({ ruleId }) => ruleId));
  return [
    ...results
      .filter(({ ruleId }) => !Object.hasOwn(justified, ruleId))
      .map(
        ({ ruleId, locations }) =>
          `${ruleId} in ${locations[0]?.physicalLocation.artifactLocation.uri ?? '?'}`,
      ),
    ...Object.keys(justified)
      .filter((ruleId) => !found.has(ruleId))
      .map((ruleId) => `${ruleId} is justified, but not found any more`),
  ];
}

/** Runs the tool over the built app; answers with what is wrong. */
export function runElectronegativity(root: string): readonly string[] {
  if (!existsSync(tool)) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const installed = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: home,
      encoding: 'utf8',
    });
    if (installed.status !== 0) return [`It could not be installed: ${installed.stderr.slice(-300)}`];
  }
  const directory = mkdtempSync(join(tmpdir(), 'electronegativity-'));
  try {
    const app = join(directory, 'app');
    cpSync(join(root, 'out'), join(app, 'out'), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    });
    cpSync(join(root, 'package.json'), join(app, 'package.json'));
    const report = join(directory, 'report.sarif');
    const ran = spawnSync(
      process.execPath,
      [tool, '-i', app, '-o', report, '-r', '-v', 'false', '-e', electronVersion(root)],
      { encoding: 'utf8', timeout: 300_000 },
    );
    if (!existsSync(report)) return [`It ended with ${String(ran.status)}: ${ran.stderr.slice(-300)}`];
    return unjustified(JSON.parse(readFileSync(report, 'utf8')));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function electronVersion(root: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')));
  return version;
}
