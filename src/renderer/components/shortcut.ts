/** The parts of a keyboard event that decide whether it is a shortcut. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const MAC_NAMES: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Backspace: '⌫',
};
const OTHER_NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: '↵' };
const COMMON_NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const runsOnMac = (): boolean => typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

/** The keys of a shortcut such as `Mod+Shift+A`, as they are printed on the keyboard; `Mod` is ⌘ on a Mac, Ctrl elsewhere. */
export function shortcutKeys(shortcut: string, isMac = runsOnMac()): readonly string[] {
  const names = { ...COMMON_NAMES, ...(isMac ? MAC_NAMES : OTHER_NAMES) };
  return shortcut.split('+').map((part) => names[part] ?? part);
}

/** The same shortcut as `aria-keyshortcuts` wants it. */
export const ariaShortcut = (shortcut: string, isMac = runsOnMac()): string =>
  shortcut.replace('Mod', isMac ? 'Meta' : 'Control');

/** Whether a key press is the given shortcut. Shift is ignored for signs such as `?` that need it on some keyboards. */
export function matchesShortcut(press: KeyPress, shortcut: string, isMac = runsOnMac()): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (modifier: string): boolean => parts.slice(0, -1).includes(modifier);
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const foreign = isMac ? press.ctrlKey : press.metaKey;
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    mod === wants('Mod') &&
    !foreign &&
    press.altKey === wants('Alt') &&
    (isSign || press.shiftKey === wants('Shift'))
  );
}
