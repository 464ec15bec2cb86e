/** Languages that are complete, in the window and in the shell around it. */
export const languages = ['en', 'da'] as const;
/** See {@link languages}. */
export type Language = (typeof languages)[number];

/** The language to use for a setting, where `system` follows the operating system's locale. */
export function resolveLanguage(setting: Language | 'system', systemLocale: string): Language {
  if (setting !== 'system') return setting;
  return languages.find((language) => systemLocale.toLowerCase().startsWith(language)) ?? 'en';
}
