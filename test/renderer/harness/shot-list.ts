import type { Page } from 'playwright-core';
import type { ScenarioName } from './scenarios.ts';

/** One picture: a scenario, and what is done in it first. */
export interface Shot {
  readonly name: string;
  readonly scenario: ScenarioName;
  readonly language?: 'en' | 'da';
  /** Brings the page into the state that is pictured. */
  readonly act?: (page: Page) => Promise<void>;
}
