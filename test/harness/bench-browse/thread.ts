import { Worker } from 'node:worker_threads';

/** Starts a TypeScript file as a thread, which does not inherit the loader for TypeScript. */
export const startThread = (source: URL, workerData: unknown): Worker =>
  new Worker(`import('tsx/esm/api').then((api) => { api.register(); return import('${source.href}'); })`, {
    eval: true,
    workerData,
  });
