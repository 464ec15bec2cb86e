import { defaultSettings, settingsSchema, SETTINGS_VERSION, type Settings } from '../../shared/settings.ts';
import type { JsonFile } from './json-file.ts';

/** The app's settings in memory, saved with each change. */
export interface SettingsStore {
  readonly current: () => Settings;
  readonly change: (patch: Partial<Omit<Settings, 'version'>>) => Promise<Settings>;
}

/** Loads the settings once at start. A field that an older or newer app wrote differently falls back to its default. */
export async function openSettingsStore(
  file: JsonFile,
  onChange: (settings: Settings) => void,
): Promise<SettingsStore> {
  let settings = readLeniently(await file.load());
  return {
    current: () => settings,
    async change(patch) {
      settings = settingsSchema.parse({ ...settings, ...patch, version: SETTINGS_VERSION });
      await file.save(settings);
      onChange(settings);
      return settings;
    },
  };
}

function readLeniently(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const known: Record<string, unknown> = { ...defaultSettings };
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = schema.safeParse(Reflect.get(stored, name));
    if (parsed.success && name !== 'version') known[name] = parsed.data;
  }
  return settingsSchema.parse(known);
}
