import { once } from 'node:events';
import { z } from 'zod';
import type { ListedServer } from './s3-process.ts';
import { threadOf } from './thread.ts';

/** The product's lister in its thread, warm as the app's is when the first folder is opened. */
export interface Lister {
  /** Milliseconds until the last row is in the model. */
  readonly list: () => Promise<number>;
  /** Bytes of the model when the last row is in it. */
  readonly weigh: () => Promise<number>;
  readonly close: () => Promise<unknown>;
}

/** Lanes that the app opens at most. */
const LANES = 8;
const told = z.object({ keys: z.number(), ms: z.number(), bytes: z.number() });

/** Starts the thread. */
export async function startLister(server: ListedServer): Promise<Lister> {
  const { url, region, bucket, accessKeyId, secretAccessKey } = server;
  const start = await threadOf(new URL('./lister-thread.ts', import.meta.url));
  const thread = start({ url, region, bucket, accessKeyId, secretAccessKey });
  const ask = async (weighs: boolean): Promise<z.infer<typeof told>> => {
    thread.postMessage({ lanes: LANES, weighs });
    const [message]: unknown[] = await once(thread, 'message');
    const figures = told.parse(message);
    if (figures.keys !== server.keys)
      throw new Error(`The product listed ${figures.keys} keys of ${server.keys}`);
    return figures;
  };
  return {
    list: async () => (await ask(false)).ms,
    weigh: async () => (await ask(true)).bytes,
    close: () => thread.terminate(),
  };
}
