/** What installs updates on this system. It verifies what it downloads, and refuses what is not signed as the app is. */
export interface UpdaterPort {
  /** The version that the channel offers, or null when this one is the newest. */
  readonly check: (channel: 'stable' | 'beta') => Promise<string | null>;
  /** Downloads and verifies what `check` found. */
  readonly download: (onPercent: (percent: number) => void) => Promise<void>;
  /** Ends the app, installs, and starts it again. */
  readonly installAndRestart: () => void;
}
