import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { listingThreadLimits } from '../../../src/main/browse/listing-port.ts';
import { buildProgram, type BuiltProgram } from '../build-program.ts';

const built = new Map<string, Promise<BuiltProgram>>();

/** Makes a file of TypeScript a thread of the kind that lists in the app, bundled once for all that are started. */
export async function threadOf(source: URL): Promise<(workerData: unknown) => Worker> {
  const known = built.get(source.href);
  const building = known ?? buildProgram(source);
  built.set(source.href, building);
  const { program, folder } = await building;
  if (known === undefined) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return (workerData) =>
    new Worker(program, { workerData, execArgv: [], resourceLimits: listingThreadLimits });
}
