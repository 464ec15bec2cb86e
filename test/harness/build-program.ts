import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A program that was built, and the folder to remove when it is no longer needed. */
export interface BuiltProgram {
  readonly program: string;
  readonly folder: string;
}

/**
 * Bundles a program or thread as the app's are, so that neither its start nor its memory is that of a loader of TypeScript.
 */
export async function buildProgram(source: URL): Promise<BuiltProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'pixop-ingest-program-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(source),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'program.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  return { program: join(folder, 'program.mjs'), folder };
}
