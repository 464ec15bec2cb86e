import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { Operator } from '../e2e/support/operator.ts';
import type { Ledger } from '../simulators/pixop/core/ledger.ts';

/** Kinds of container among the videos that are imported, by the ending of their names. */
const containers: Readonly<Record<string, string>> = {
  '.mov': 'QuickTime',
  '.mp4': 'MP4',
  '.mxf': 'MXF',
  '.avi': 'AVI',
  '.mpg': 'MPEG-TS',
  '.ts': 'MPEG-TS',
  '.mkv': 'Matroska',
  '.webm': 'WebM',
};

/** Picks videos in two ways, drags them onto the queue, watches them arrive; true when the ledger agrees. */
export async function runScriptedOperator(page: Page, ledger: Ledger, screenshots: string): Promise<boolean> {
  const operator = new Operator(page);
  const started = Date.now();
  const shot = async (name: string): Promise<void> => {
    // What fades in is there by then.
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(screenshots, `${name}.png`) });
  };
  const say = (text: string): void =>
    console.log(`${((Date.now() - started) / 1_000).toFixed(1).padStart(6)} s  ${text}`);

  await operator.openFolders('deliveries', '2026-11', 'Nordlys Ep 01');
  await operator.pickRange('Nordlys_S01E01_MASTER_ProRes.mov', 'Nordlys_S01E01_proxy.mp4');
  say('Picked three deliveries with Shift, and drags them onto the queue.');
  await shot('1-selection');
  await operator.dragToQueue('Nordlys_S01E01_proxy.mp4');
  await operator.sheet.getByText('Nordlys_S01E01_proxy').first().waitFor();
  await shot('2-batch-sheet');
  await operator.start();

  await operator.goToBucket();
  await operator.openFolders('archive');
  await operator.showEverythingBelow();
  await operator.pick(
    'Finale 1. halvleg.mpg',
    'Interview_Ærø_50p.mkv',
    'Interview_Møn_50p.mkv',
    '2019-06-05 valgaften.ts',
    'teaser_v3.webm',
    'teaser_v3_final_FINAL.webm',
  );
  say('Picked six from the archive with Ctrl, and drags them too.');
  await operator.dragToQueue('Interview_Ærø_50p.mkv');
  await operator.start();
  await shot('3-mid-run');
  await operator.untilDone(9, ({ name, state }) => say(`${state.padEnd(18)} ${name}`));
  await shot('4-done');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot('5-done-dark');

  const made = ledger.entries();
  console.log('\nDone, as Pixop’s own ledger has it:');
  for (const { objectKey, videoIds, bytesCopied, sha256 } of made) {
    const container = containers[extname(objectKey)] ?? 'other';
    console.log(
      `  ${container.padEnd(10)} ${String(bytesCopied).padStart(8)} bytes  ${sha256?.slice(0, 12) ?? ''}  ${videoIds.length} × ${objectKey}`,
    );
  }
  const kinds = new Set(made.map(({ objectKey }) => containers[extname(objectKey)]));
  const { videos, requests } = ledger.totals();
  console.log(
    `${videos} videos of ${kinds.size} containers done in the app, ${videos} in the ledger, ${requests} import calls.`,
  );
  return (
    videos === 9 && requests === 9 && made.every(({ videoIds }) => videoIds.length === 1) && kinds.size >= 5
  );
}
