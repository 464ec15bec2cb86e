import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Makes one file of the child, so that a start costs what the app's does and not what a loader of TypeScript does. */
export async function buildChild(): Promise<{ readonly program: string; readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'kill9-child-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'child.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return { program: join(folder, 'child.mjs'), folder };
}
