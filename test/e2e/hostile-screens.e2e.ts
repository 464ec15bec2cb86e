import fc from 'fast-check';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltHarness, type BuiltHarness } from '../renderer/harness/built-harness.ts';
import { HOSTILE, hostileKey } from '../simulators/s3/hostile-keys.ts';
import { findChromium } from '../tools/provision.ts';

/** Long enough to be cut wherever it stands, with the override where the cut is. */
const LONG = `${'long '.repeat(60)}\u202Efdp`;
/** One of each kind that a key can have; the last ones no bucket can list, but the contract takes them. */
const chosen = [
  LONG,
  'bidi\u202Efdp',
  'isolate\u2066abc\u2069',
  'mark\u200Eleft\u061Cright',
  'two\nlines\r',
  'tab\tescape\u001b',
  'c1\u0085\u009b',
  'lines\u2028and\u2029paragraphs',
  'zero\u200Bwidth\u200D\uFEFF',
  'soft\u00ADhyphen',
  'tag\u{E0041}',
  'nul\u0000',
  'lone\uD800high',
  'lone\uDC00low',
];
const names = [...new Set([...chosen, ...fc.sample(hostileKey, { numRuns: 30, seed: 7 })])];
/** Everything that a list shows of {@link names} is in sight at once. */
const viewport = { width: 1_280, height: 3_600 };

/** Every text, attribute and value of the page that has a character as it must not reach the screen. */
const hostileTexts = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ source, flags }) => {
      const hostile = new RegExp(source, flags);
      /** The blanks between the tags of `index.html`. */
      const isMarkup = ({ data, parentElement }: Text): boolean =>
        /^[ \n]*$/.test(data) && (parentElement?.matches('html, body') ?? false);
      const texts: (readonly [string, string])[] = [['title', document.title]];
      for (const element of document.querySelectorAll('html, body, body *')) {
        const where = element.tagName.toLowerCase();
        for (const { name, value } of element.attributes) texts.push([`${where}[${name}]`, value]);
        if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
          texts.push([`${where}.value`, element.value]);
        for (const node of element.childNodes)
          if (node instanceof Text && !isMarkup(node)) texts.push([where, node.data]);
      }
      return texts
        .filter(([, text]) => hostile.test(text))
        .map(([where, text]) => `${where}: ${JSON.stringify(text)}`);
    },
    { source: HOSTILE.source, flags: HOSTILE.flags },
  );

let harness: BuiltHarness;
let browser: Browser;
const executablePath = findChromium();

describe.skipIf(executablePath === undefined)('keys that hide, reorder or break lines', () => {
  beforeAll(async () => {
    harness = await startBuiltHarness();
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await harness.close();
  });

  async function open(): Promise<Page> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const query = new URLSearchParams({ scenario: 'hostile', names: JSON.stringify(names) });
    await page.goto(`${harness.origin}/?${query.toString()}`);
    await files(page).getByRole('row').nth(names.length).waitFor();
    return page;
  }
  const files = (page: Page) => page.getByRole('grid', { name: /^Files in/ });
  const escaped = (text: string) => ({ hasText: text });
  /** Holds what is on screen to {@link HOSTILE}, once the escaped form of a name is there. */
  async function check(page: Page, shown: ReturnType<Page['locator']>): Promise<void> {
    await shown.first().waitFor();
    expect(await hostileTexts(page)).toEqual([]);
  }

  it('are found by this very look at the page, in texts, attributes and values', async () => {
    const page = await open();
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.value = 'a\u202E';
      input.title = 'b\u200B';
      document.body.append(input, 'c\u0085');
    });
    expect(await hostileTexts(page)).toHaveLength(3);
  });

  it('are escaped in the list, the queue and the tooltip of a name that is cut', async () => {
    const page = await open();
    const rows = files(page).getByRole('row');
    await check(page, rows.filter(escaped('lone⟨U+D800⟩high.mov')));
    const jobs = page.getByRole('region', { name: 'Queue' }).getByRole('option');
    await check(page, jobs.filter(escaped('bidi⟨U+202E⟩fdp')));
    await page.getByRole('radio', { name: /^Attention/ }).click();
    await check(page, jobs.filter(escaped('Not read:')));

    const long = rows.filter(escaped('long long')).first().locator('[data-truncated]').first();
    const bubble = page.locator('[aria-hidden] > bdi:not([data-truncated])');
    await long.hover();
    await check(page, bubble.filter(escaped('⟨U+202E⟩fdp')));
  });

  it('are escaped on the pictures’ cards and in Quick Look', async () => {
    const page = await open();
    await page.getByRole('radio', { name: 'Pictures' }).click();
    const card = files(page).getByRole('gridcell').filter(escaped('bidi⟨U+202E⟩fdp.mov')).first();
    await check(page, card);
    await card.click();
    await page.keyboard.press('Space');
    await check(page, page.getByRole('dialog').getByRole('heading', { name: 'bidi⟨U+202E⟩fdp.mov' }));
  });

  it('are escaped in the way to a folder, its folded part and its address', async () => {
    const page = await open();
    const way = page.getByRole('navigation', { name: 'Folder' });
    for (const name of ['bidi⟨U+202E⟩fdp', 'two␊lines␍', 'lone⟨U+D800⟩high', 'c1⟨U+0085⟩⟨U+009B⟩', 'nul␀']) {
      await files(page).getByRole('row').filter(escaped(name)).first().dblclick();
      await check(page, way.getByText(name, { exact: true }));
    }
    await way.getByRole('button', { name: /folders/i }).click();
    await check(page, page.getByRole('menuitem').filter(escaped('two␊lines␍')));
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });

    await page.keyboard.press('ControlOrMeta+l');
    const address = page.getByRole('textbox', { name: 'Address' });
    await check(page, address);
    expect(await address.inputValue()).toContain('/bidi⟨U+202E⟩fdp/two␊lines␍/');
    expect(await address.getAttribute('dir')).toBe('ltr');
    await page.keyboard.press('Enter');
    await check(page, way.getByText('nul␀', { exact: true }));
  });

  it('are escaped among the storage classes to filter by', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'More filters' }).click();
    const choice = page.getByRole('dialog').getByText('bidi⟨U+202E⟩fdp', { exact: true });
    await check(page, choice);
    await choice.click();
    await page.keyboard.press('Escape');
    await check(page, page.getByRole('list', { name: 'Active filters' }).filter(escaped('⟨U+202E⟩')));
  });

  it('are escaped in the batch sheet', async () => {
    const page = await open();
    await files(page).focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Import/ })
      .click();
    const sheet = page.getByRole('dialog');
    await check(page, sheet.getByRole('listitem').filter(escaped('bidi⟨U+202E⟩fdp')));
  });
});
