import { createContext, useContext } from 'react';
import { da } from './da/index.ts';
import { en } from './en/index.ts';

/** Every string on screen, grouped by screen; a second language that misses one does not compile. */
export type Text = typeof en;

/** Languages that are complete. */
export const languages = ['en', 'da'] as const;
/** See {@link languages}. */
export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Text>> = { en, da };

/** The strings of one language. */
export const textOf = (language: Language): Text => catalogues[language];

/** The language to use for a setting, where `system` follows the operating system's locale. */
export function resolveLanguage(setting: Language | 'system', systemLocale: string): Language {
  if (setting !== 'system') return setting;
  return languages.find((language) => systemLocale.toLowerCase().startsWith(language)) ?? 'en';
}

/** Carries the current language's strings to the screens. */
export const TextContext = createContext<Text>(en);

/** The strings of the current language: the only way a screen gets words. */
export const useText = (): Text => useContext(TextContext);
