import { describe, expect, it } from 'vitest';
import {
  ariaShortcut,
  matchesShortcut,
  shortcutKeys,
  type KeyPress,
} from '../../../src/renderer/components/shortcut.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...part,
});

describe('a shortcut', () => {
  it('is Ctrl here and Command on a Mac', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
  });

  it('needs exactly its modifiers', () => {
    expect(matchesShortcut(press('k'), 'Mod+K', false)).toBe(false);
    expect(matchesShortcut(press('K', { ctrlKey: true, shiftKey: true }), 'Mod+K', false)).toBe(false);
    expect(matchesShortcut(press('A', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+A', false)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true, altKey: true }), 'Mod+K', false)).toBe(false);
    expect(matchesShortcut(press('F6', { shiftKey: true }), 'F6', false)).toBe(false);
  });

  it('takes a sign whether or not the keyboard needs Shift for it', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesShortcut(press('?'), '?', false)).toBe(true);
  });

  it('is shown as the keyboard prints it, and told to assistive technology as it wants it', () => {
    expect(shortcutKeys('Mod+Shift+ArrowUp', false)).toEqual(['Ctrl', 'Shift', '↑']);
    expect(shortcutKeys('Mod+Shift+A', true)).toEqual(['⌘', '⇧', 'A']);
    expect(ariaShortcut('Mod+K', false)).toBe('Control+K');
    expect(ariaShortcut('Mod+K', true)).toBe('Meta+K');
  });
});
