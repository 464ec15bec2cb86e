import type { Shot } from './shot-list.ts';

/** First run, sources, settings, palette, banners. */
export const frameShots: readonly Shot[] = [
  { name: 'first-run-key', scenario: 'first-run' },
  { name: 'ready', scenario: 'ready' },
  { name: 'palette', scenario: 'ready', act: (page) => page.keyboard.press('Control+K') },
  { name: 'shortcuts', scenario: 'ready', act: (page) => page.keyboard.press('?') },
  { name: 'offline', scenario: 'offline' },
  { name: 'key-rejected', scenario: 'key-rejected' },
  { name: 'no-keychain', scenario: 'no-keychain' },
  { name: 'read-only', scenario: 'read-only' },
];
