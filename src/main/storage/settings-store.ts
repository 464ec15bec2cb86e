import { defaultSettings, settingsSchema, SETTINGS_VERSION, type Settings } from '../../shared/settings.ts';
import type { JsonFile } from './json-file.ts';

/** The settings that are to change; undefined leaves one as it is. */
export type SettingsPatch = {
  readonly [Name in Exclude<keyof Settings, 'version'>]?: Settings[Name] | undefined;
};

/** The app's settings in memory, saved with each change. */
export interface SettingsStore {
  readonly current: () => Settings;
  readonly change: (patch: SettingsPatch) => Promise<Settings>;
}

/** Loads the settings once at start. A field that an older or newer app wrote differently falls back to its default. */
export async function openSettingsStore(
  file: Pick<JsonFile, 'load' | 'save'>,
  onChange: (settings: Settings) => void,
): Promise<SettingsStore> {
  let settings = readLeniently(await file.load());
  return {
    current: () => settings,
    async change(patch) {
      settings = settingsSchema.parse({ ...settings, ...withoutUndefined(patch), version: SETTINGS_VERSION });
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

const withoutUndefined = (patch: SettingsPatch): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
