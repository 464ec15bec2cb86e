import { resolveLanguage, type Language } from '../../../shared/language.ts';
import { da } from './da.ts';
import { en, type ShellWords } from './en.ts';

const catalogues: Readonly<Record<Language, ShellWords>> = { en, da };

/** What the menu, the system's dialogs and its notifications say, in the language that the window speaks. */
export const shellWords = (setting: Language | 'system', systemLocale: string): ShellWords =>
  catalogues[resolveLanguage(setting, systemLocale)];
