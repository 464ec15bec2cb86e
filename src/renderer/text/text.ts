import { createContext, useContext } from 'react';
import type { Language } from '../../shared/language.ts';
import { da } from './da/index.ts';
import { en } from './en/index.ts';

/** Every string on screen, grouped by screen; a second language that misses one does not compile. */
export type Text = typeof en;

const catalogues: Readonly<Record<Language, Text>> = { en, da };

/** The strings of one language. */
export const textOf = (language: Language): Text => catalogues[language];

/** Carries the current language's strings to the screens. */
export const TextContext = createContext<Text>(en);

/** The strings of the current language: the only way a screen gets words. */
export const useText = (): Text => useContext(TextContext);
