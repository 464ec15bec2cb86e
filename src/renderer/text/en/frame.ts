import type { PauseReason } from '../../../shared/imports.ts';
import type { CommandSection } from '../../store/ui-slice.ts';

const sections: Readonly<Record<CommandSection, string>> = {
  general: 'General',
  saved: 'Saved',
  browser: 'Browser',
  selection: 'Selection',
  queue: 'Queue',
};

const paused: Readonly<
  Partial<Record<PauseReason, { readonly title: string; readonly explanation: string }>>
> = {
  'journal-read-only': {
    title: 'The queue is read-only',
    explanation:
      'Its file on disk is damaged or was written by a newer version of the app. Nothing is sent, so that nothing is imported twice.',
  },
  storage: {
    title: 'The queue cannot be written to disk',
    explanation: 'Nothing is sent until it can be. Check the disk’s free space and the folder’s permissions.',
  },
};

/** The window's own words: header, banners, palette, shortcut sheet. */
export const frame = {
  sections,
  paused,
  sourcesRegion: 'Sources' as string,
  browserRegion: 'Files' as string,
  queueRegion: 'Queue' as string,
  queueWidth: 'Width of the queue' as string,
  environment: (label: string): string => `Environment: ${label}`,
  accountMenu: 'Account and team' as string,
  teams: 'Team' as string,
  teamWithoutApi: 'API not enabled' as string,
  noAccount: 'Not connected' as string,
  accounts: 'Accounts' as string,
  manageKey: 'API key and accounts…' as string,
  checkAgain: 'Check the connection' as string,
  settings: 'Settings' as string,
  palette: 'Commands' as string,
  palettePlaceholder: 'Type a command' as string,
  paletteEmpty: 'No matching commands.' as string,
  shortcuts: 'Keyboard shortcuts' as string,
  focusSources: 'Go to sources' as string,
  focusBrowser: 'Go to files' as string,
  focusQueue: 'Go to the queue' as string,
  nextRegion: 'Next region' as string,
  previousRegion: 'Previous region' as string,
  documentation: 'Pixop documentation' as string,
  support: 'Contact Pixop support' as string,
  apiKeysPage: 'Open API keys in Pixop' as string,
  keyAbsentTitle: 'No API key' as string,
  keyAbsent: 'Nothing is sent until you enter a key for this account.' as string,
  keyRejected: 'The queue is kept; sending resumes when you enter a valid key.' as string,
  keyUnchecked: 'Your key and your queue are kept, and sending resumes automatically.' as string,
  uncheckedTitle: 'Pixop has not been reached yet' as string,
  enterKey: 'Enter a key' as string,
  memoryTitle: 'Keys are kept for this session only' as string,
  memory: (reason: string | undefined): string =>
    `${reason ?? 'This system has no keychain.'} Enter them again after a restart; your queue is safe.`,
  startFailedTitle: 'The app could not start' as string,
  crashedTitle: 'This window stopped working' as string,
  crashed: (reason: string): string =>
    `Your imports continue in the background and nothing is lost. Reload the window to see them again. (${reason})`,
  reload: 'Reload the window' as string,
};
