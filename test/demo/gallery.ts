import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { closeUp } from './close-up.ts';
import { chromium, provision } from '../tools/provision.ts';
import { decodePng } from './png/decode.ts';
import { encodePng } from './png/encode.ts';
import { tours } from './screens/tours.ts';
import { walk } from './screens/walk.ts';

/**
 * `npm run gallery`: the README's pictures, taken of the built app on the demo's simulators in both themes.
 * `-- --to folder --size 1920x1080 [part of a tour's title]...` takes them elsewhere, larger, or only some of them.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string', default: join(resolve(import.meta.dirname, '../..'), 'build/images') },
    size: { type: 'string', default: '1280x800' },
  },
});
const [width = 1280, height = 800] = values.size.split('x').map(Number);

async function picture(name: string, page: Page): Promise<void> {
  // Nothing looks as if it were pointed at.
  await page.mouse.move(0, 0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // What fades in is there by then.
    await page.waitForTimeout(600);
    const clip = await closeUp(page);
    const taken = await page.screenshot({ caret: 'hide', ...(clip === undefined ? {} : { clip }) });
    writeFileSync(join(values.to, `${name}-${colorScheme}.png`), encodePng(decodePng(taken)));
  }
  console.log(name);
}

provision([chromium]);
mkdirSync(values.to, { recursive: true });
const wanted = tours.filter(
  ({ title }) => positionals.length === 0 || positionals.some((part) => title.includes(part)),
);
const isEverything = wanted.length === tours.length;
const pictures = (): readonly string[] => readdirSync(values.to).filter((name) => name.endsWith('.png'));
// A screen that is gone leaves no picture behind.
if (isEverything) for (const name of pictures()) rmSync(join(values.to, name));
for (const tour of wanted) await walk(tour, { width, height }, () => Promise.resolve(picture));
const bytes = pictures().reduce((sum, name) => sum + statSync(join(values.to, name)).size, 0);
console.log(`${pictures().length} pictures, ${(bytes / 1e6).toFixed(2)} MB`);
