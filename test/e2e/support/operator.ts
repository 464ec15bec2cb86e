import type { Locator, Page } from 'playwright-core';

/** One import as the queue shows it. */
export interface ShownImport {
  readonly name: string;
  readonly state: string;
}

/** The same with its second line: where it comes from, or why it failed. */
export interface ExplainedImport extends ShownImport {
  readonly detail: string;
}

/** Scrolled at a time through the queue, CSS pixels: less than what its shortest window shows with its overscan. */
const STRIDE_PX = 900;
/** Longest that anything asked for on screen may take, milliseconds. */
const PATIENCE_MS = 30_000;

/** Drives the app as a person does: by what is on screen, with mouse and keys. */
export class Operator {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE_MS);
  }

  get files(): Locator {
    return this.page.getByRole('grid', { name: /^Files in/ });
  }
  get queue(): Locator {
    return this.page.getByRole('region', { name: 'Queue' });
  }
  get sheet(): Locator {
    return this.page.getByRole('dialog');
  }
  /** Below the listing: how far it is and what of it is selected. */
  get footer(): Locator {
    return this.page.getByRole('main').locator('footer');
  }
  /** A row of the browser by (a part of) what it shows. */
  row(text: string): Locator {
    return this.files.getByRole('row').filter({ hasText: text }).first();
  }
  /** A row of the queue by (a part of) its name. */
  job(name: string): Locator {
    return this.queue.getByRole('option').filter({ hasText: name }).first();
  }

  /** Goes to another input location. */
  async openSource(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Sources' }).getByText(name).first().click();
  }
  /** Goes where an address leads, as if it had been pasted. */
  async goTo(address: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+l');
    await this.page.getByRole('textbox', { name: 'Address' }).fill(address);
    await this.page.keyboard.press('Enter');
  }
  async openFolders(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.row(name).dblclick();
      await this.page.getByRole('navigation', { name: 'Folder' }).getByText(name, { exact: true }).waitFor();
      // Keys that come before the last page would act on a part of the folder.
      await this.files.and(this.page.locator('[aria-busy=false]')).waitFor();
    }
  }
  async goToBucket(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Folder' }).getByRole('button').first().click();
    await this.row('Folder').waitFor();
  }
  async showEverythingBelow(): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Scope' }).getByText('Everything below').click();
  }
  async filter(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Filter by name' }).fill(text);
  }

  async pick(first: string, ...others: readonly string[]): Promise<void> {
    await this.row(first).click();
    for (const other of others) await this.row(other).click({ modifiers: ['ControlOrMeta'] });
  }
  async pickRange(from: string, to: string): Promise<void> {
    await this.row(from).click();
    await this.row(to).click({ modifiers: ['Shift'] });
  }
  /** Drags a picked row, and with it the whole selection, onto the queue. */
  async dragToQueue(row: string): Promise<void> {
    await this.row(row).dragTo(this.queue, { targetPosition: { x: 120, y: 200 } });
    await this.sheet.waitFor();
  }
  /** Starts what the batch sheet shows. */
  async start(): Promise<void> {
    await this.sheet.getByRole('button', { name: /^Import \d/ }).click();
    await this.sheet.waitFor({ state: 'detached' });
  }

  /** Imports everything that could not be confirmed once more, and says yes to the question. */
  async importUndecidedAgain(): Promise<void> {
    await this.queue.getByRole('button', { name: /^Import (all [\d,]+ )?again…$/ }).click();
    const question = this.page.getByRole('alertdialog');
    await question.getByRole('button', { name: /^Import / }).click();
    await question.waitFor({ state: 'detached' });
  }

  /** Opens the menu of an import and takes one of its commands. */
  async jobAction(name: string, command: string): Promise<void> {
    await this.job(name).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: command }).click();
  }

  /** The visible rows of the queue: the name in full, and the badge. */
  async imports(): Promise<readonly ShownImport[]> {
    return this.queue.getByRole('option').evaluateAll((options) =>
      options.map((option) => {
        const [first] = option.children;
        return {
          name: option.querySelector('[data-truncated]')?.getAttribute('data-truncated') ?? '',
          state: first?.children[1]?.textContent ?? '',
        };
      }),
    );
  }
  /** How many imports stand under each tab of the queue. */
  async tabs(): Promise<Readonly<Record<string, number>>> {
    const labels = await this.queue
      .getByRole('radiogroup', { name: 'Show imports by state' })
      .getByRole('radio')
      .evaluateAll((radios) => radios.map((radio) => radio.textContent ?? ''));
    return Object.fromEntries(
      labels.map((label) => {
        const [, tab = label, count = ''] = /^(.*) ([\d,]+)$/.exec(label) ?? [];
        return [tab, Number(count.replaceAll(',', ''))];
      }),
    );
  }
  /** Every import of the list, read by scrolling through it: what is shown, and why, where it went wrong. */
  async everyImport(): Promise<readonly ExplainedImport[]> {
    const list = this.queue.getByRole('listbox');
    const rows = new Map<number, ExplainedImport>();
    for (let top = 0; ; top += STRIDE_PX) {
      const { total, shown } = await list.evaluate(async (element, to) => {
        element.scrollTop = to;
        // The rows are there after the frame that follows the one with the scroll event.
        for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
        return {
          total: element.scrollHeight,
          shown: [...element.querySelectorAll('[role=option]')].map((option) => ({
            ordinal: Number(option.getAttribute('aria-posinset')),
            name: option.querySelector('[data-truncated]')?.getAttribute('data-truncated') ?? '',
            state: option.children[0]?.children[1]?.textContent ?? '',
            detail:
              option.children[1]?.querySelector('[data-truncated]')?.getAttribute('data-truncated') ?? '',
          })),
        };
      }, top);
      for (const { ordinal, ...row } of shown) rows.set(ordinal, row);
      if (top > total) return [...rows.entries()].toSorted(([a], [b]) => a - b).map(([, row]) => row);
    }
  }
  /** Waits until every visible import is done; tells each change on the way. */
  async untilDone(count: number, onChange: (change: ShownImport) => void = () => undefined): Promise<void> {
    const shown = new Map<string, string>();
    const deadline = Date.now() + 90_000;
    for (;;) {
      const imports = await this.imports();
      for (const one of imports) {
        if (shown.get(one.name) !== one.state) onChange(one);
        shown.set(one.name, one.state);
      }
      if (imports.length === count && imports.every(({ state }) => state === 'Done')) return;
      if (Date.now() > deadline) {
        throw new Error(`Not every import was done in time: ${JSON.stringify([...shown])}`);
      }
      await this.page.waitForTimeout(100);
    }
  }
}
