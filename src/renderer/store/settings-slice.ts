import type { Input } from '../../shared/contract.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import type { AppState, Slice } from './store.ts';

/** What may be changed in one call: any part of the settings but their version. */
type SettingsChange = Input<'settings.change'>;

/** What the app remembers; main owns it, the screens mirror it. */
export interface SettingsSlice {
  readonly settings: Settings | null;
  readonly loadSettings: () => Promise<AppError | null>;
  /** Answers the error to show, or null; nothing changes on screen before main has stored it. */
  readonly changeSettings: (change: SettingsChange) => Promise<AppError | null>;
  readonly settingsChanged: (settings: Settings) => void;
}

/** Whether the organisation has decided on the import reference: then it is nobody else's to choose. */
export const isImportReferenceManaged = ({ appInfo }: AppState): boolean =>
  appInfo?.managed?.importReference === true;

/** See {@link SettingsSlice}. */
export const createSettingsSlice: Slice<SettingsSlice> = (client) => (set) => ({
  settings: null,
  async loadSettings() {
    const result = await client.request('settings.get', null);
    if (result.ok) set({ settings: result.value });
    return result.ok ? null : result.error;
  },
  async changeSettings(change) {
    const result = await client.request('settings.change', change);
    if (!result.ok) return result.error;
    set({ settings: result.value });
    return null;
  },
  settingsChanged: (settings) => set({ settings }),
});
