import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** A rule that a screen breaks, with each element that breaks it. */
export interface Violation {
  readonly id: string;
  readonly help: string;
  readonly targets: readonly string[];
}

/** What axe-core, which the page must have loaded, finds wrong with the screen as it is, or with its colours alone. */
export function violationsOf(
  page: Page,
  part: 'everything' | 'colours' = 'everything',
): Promise<readonly Violation[]> {
  return page.evaluate(async (looked) => {
    // React Aria's announcer refers to controls by id, also after they are gone.
    const context = { include: [['html']], exclude: [['[data-live-announcer]']] };
    const { violations } = await window.axe.run(context, {
      resultTypes: ['violations'],
      ...(looked === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}),
    });
    // A tooltip is read as the description of its control, whatever part of the page it stands in.
    const found = violations.map(({ nodes, ...rule }) => ({
      ...rule,
      nodes: nodes.filter(
        ({ target }) =>
          rule.id !== 'region' ||
          document.querySelector(target.join(' '))?.querySelector('[role=tooltip]') === null,
      ),
    }));
    return found
      .filter(({ nodes }) => nodes.length > 0)
      .map(({ id, help, nodes }) => ({
        id,
        help,
        targets: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
      }));
  }, part);
}
