import axe from 'axe-core';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { violationsOf } from './axe-violations.ts';
import { startBuiltHarness } from './built-harness.ts';
import type { Shot } from './shot-list.ts';
import { browserShots } from './shots-browser.ts';
import { frameShots } from './shots-frame.ts';
import { historyShots } from './shots-history.ts';
import { manifestShots } from './shots-manifest.ts';
import { queueShots } from './shots-queue.ts';
import { savedShots } from './shots-saved.ts';

/*
 * Pictures every shot at two window sizes in both themes, and holds each to axe-core and to an empty console
 * (the content security policy speaks there). `tsx test/renderer/harness/shots.ts [part of a name]...`
 */
const shots: readonly Shot[] = [
  ...frameShots,
  ...browserShots,
  ...manifestShots,
  ...queueShots,
  ...historyShots,
  ...savedShots,
];
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const themes = ['light', 'dark'] as const;
const outDir = join(import.meta.dirname, '../../results/shots');

async function take(
  context: BrowserContext,
  origin: string,
  shot: Shot,
  theme: string,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const query = new URLSearchParams({ scenario: shot.scenario, theme, language: shot.language ?? 'en' });
  await page.goto(`${origin}/?${query.toString()}`);
  await page.waitForFunction(() => document.querySelector('#root')?.childElementCount !== 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
  await shot.act?.(page);
  await page.waitForTimeout(350);
  const { width } = page.viewportSize() ?? sizes[0];
  await page.screenshot({ path: join(outDir, `${shot.name}-${width}-${theme}.png`) });
  for (const { id, help, targets } of await violationsOf(page)) {
    problems.push(
      `axe ${id}: ${help}\n    ${targets.slice(0, 4).join('\n    ').replaceAll('\n', '\n      ')}`,
    );
  }
  await page.close();
  return problems;
}

const wanted = process.argv.slice(2);
const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
await mkdir(outDir, { recursive: true });
const harness = await startBuiltHarness();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
let failed = 0;
try {
  for (const viewport of sizes) {
    for (const theme of themes) {
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce', bypassCSP: false });
      // Playwright's own script, not the page's: it is not held to the page's policy.
      await context.addInitScript({ content: axe.source });
      for (const shot of chosen) {
        const problems = await take(context, harness.origin, shot, theme);
        if (problems.length > 0) failed += 1;
        for (const problem of problems) console.log(`${shot.name} ${viewport.width} ${theme}: ${problem}`);
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await harness.close();
}
const total = chosen.length * sizes.length * themes.length;
console.log(`${total - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
