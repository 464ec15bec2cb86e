import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../renderer/harness/axe-violations.ts';

/** Holds screens of the running app to axe-core in both themes. */
export interface ScreenCheck {
  readonly check: (name: string) => Promise<void>;
  /** What was found so far: screen, theme, rule and elements. */
  readonly problems: readonly string[];
}

/** Makes a {@link ScreenCheck} for the page as it is; a page that is loaded anew needs another. */
export async function startScreenCheck(page: Page): Promise<ScreenCheck> {
  const problems: string[] = [];
  // The inspector's own evaluation is not held to the page's policy, which forbids every script that is not the app's.
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Runtime.evaluate', { expression: axe.source });
  await inspector.detach();
  return {
    problems,
    async check(name) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // Colours that are still on their way from one theme to the other would be measured half-way.
        await page.evaluate(async () => {
          const passing = document
            .getAnimations()
            .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
          await Promise.allSettled(passing.map(({ finished }) => finished));
        });
        // Only colours differ between the themes: the rest is looked at once.
        const part = colorScheme === 'light' ? 'everything' : 'colours';
        for (const { id, help, targets } of await violationsOf(page, part))
          problems.push([`${name} ${colorScheme}: ${id}, ${help}`, ...targets].join('\n  '));
      }
    },
  };
}
