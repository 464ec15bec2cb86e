import { afterEach, beforeEach, expect, it } from 'vitest';
import { startProxy, type ProxyServer } from '../simulators/proxy/server.ts';
import { startApp, type AppRig } from './support/app-rig.ts';

let proxy: ProxyServer;
let rig: AppRig;
beforeEach(async () => {
  proxy = await startProxy();
  rig = await startApp({
    settings: { fullIngestionMs: 200 },
    env: { PIXOP_INGEST_HOST_PROXY: `PROXY ${new URL(proxy.url).host}` },
  });
});
afterEach(async () => {
  await rig.close();
  await proxy.close();
});

const folder = ['deliveries', '2026-11', 'Nordlys Ep 01'] as const;
const [first, second] = ['Nordlys_S01E01_MASTER_ProRes.mov', 'Nordlys_S01E01_XDCAM_1080i25.mxf'] as const;

it.skipIf(process.env['PIXOP_INGEST_HOST'] !== 'chromium')(
  'browses and imports by the system’s proxy alone, waits while it refuses, and goes on once when it lets pass',
  async () => {
    const { operator, world } = rig;
    await operator.openFolders(...folder);
    await operator.pick(first);
    await operator.page.keyboard.press('Enter');
    await operator.start();
    await operator.untilDone(1);
    expect(new Set(proxy.asked)).toEqual(
      new Set([new URL(world.s3.url).host, new URL(world.pixop.url).host]),
    );

    proxy.mood = 'refuse';
    await operator.pick(second);
    await operator.page.keyboard.press('Enter');
    await operator.start();
    await operator.job('Nordlys_S01E01_XDCAM').waitFor();
    await expect.poll(() => proxy.asked.length, { timeout: 15_000 }).toBeGreaterThan(3);
    expect(world.pixop.ledger.totals().videos).toBe(1);

    proxy.mood = 'open';
    await operator.untilDone(2);
    expect(rig.made()).toEqual({ [[...folder, first].join('/')]: 1, [[...folder, second].join('/')]: 1 });
  },
);
