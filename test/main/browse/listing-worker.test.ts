import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { ListingWorker } from '../../../src/main/browse/listing-port.ts';
import { archiveKeyspace } from '../../simulators/s3/generated-keys.ts';
import { startBrowseRig, viewOf, type BrowseRig } from './browse-rig.ts';

const source = new URL('../../../src/main/browse/listing-worker.ts', import.meta.url);
/** A thread does not inherit the loader for TypeScript. */
const bootstrap = `import('tsx/esm/api').then((api) => { api.register(); return import('${source.href}'); })`;

let rig: BrowseRig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

const thread = (): Worker =>
  new Worker(bootstrap, { eval: true, workerData: { allowLoopback: true, allowedHosts: null } });

describe('the listing worker', () => {
  it('lists, filters, selects and hands over from a thread of its own', async () => {
    rig = await startBrowseRig(archiveKeyspace(20_000), { startWorker: thread });
    const { open, until, service, keys } = rig;
    const { listingId } = await open();
    const done = await until(listingId, ({ complete }) => complete);
    expect(done).toMatchObject({ listed: 20_000, error: null });
    const filtered = await service.view({ listingId, view: viewOf({ text: 'CAM_A' }) });
    expect(filtered.matching).toBe(5_000);
    expect(await keys(listingId, 1)).toHaveLength(1);
    expect(await service.select({ listingId, change: { kind: 'all-matching' } })).toMatchObject({
      selected: 5_000,
      selectedHidden: 0,
    });
    expect((await service.selectedObjects(listingId)).objects).toHaveLength(5_000);
  });

  it('gives up an endless expression without dying of it', async () => {
    rig = await startBrowseRig(archiveKeyspace(100), { startWorker: thread });
    const { open, until, service } = rig;
    const { listingId } = await open();
    await until(listingId, ({ complete }) => complete);
    const endless = viewOf({ mode: 'regex', text: '^(([a-z0-9/_ -])+)+$' });
    await expect(service.view({ listingId, view: endless })).rejects.toMatchObject({
      error: { detail: { serviceCode: 'ExpressionTooSlow' } },
    });
    expect(await service.view({ listingId, view: viewOf({}) })).toMatchObject({ matching: 100 });
  });

  it('is started again after it died, and what it had open is told to be lost', async () => {
    const started: Worker[] = [];
    const startWorker = (): ListingWorker => {
      const made = thread();
      started.push(made);
      return made;
    };
    rig = await startBrowseRig(archiveKeyspace(100), { startWorker });
    const { open, until, service, announced } = rig;
    const { listingId } = await open();
    await until(listingId, ({ complete }) => complete);
    started[0]?.emit('error', new Error('out of memory'));
    expect(announced.at(-1)).toMatchObject({ complete: false, error: { code: 'internal' } });
    await expect(service.rows({ listingId, from: 0, count: 1 })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
    const again = await open();
    expect(await until(again.listingId, ({ complete }) => complete)).toMatchObject({ listed: 100 });
    expect(started).toHaveLength(2);
    await started[0]?.terminate();
  });
});
