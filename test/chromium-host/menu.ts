import type * as Electron from 'electron';
import { strict } from './strict.ts';

type Template = readonly Electron.MenuItemConstructorOptions[];

/** `electron.Menu`, and its accelerators as the page's keyboard sees them. */
export interface HostMenu {
  readonly Menu: object;
  readonly keys: () => readonly string[];
  /** Runs the item of an accelerator. */
  readonly press: (key: string) => void;
}

/** Makes the menu: it is not drawn, but its accelerators work. */
export function createMenu(): HostMenu {
  let clicks: ReadonlyMap<string, () => void> = new Map();
  return {
    Menu: strict('Menu', {
      buildFromTemplate: (template: Template): Template => template,
      setApplicationMenu(template: Template | null) {
        clicks = new Map(itemsOf(template ?? []).flatMap(clickOf));
      },
    }),
    keys: () => [...clicks.keys()],
    press: (key) => clicks.get(key)?.(),
  };
}

const itemsOf = (template: Template): Template =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

function clickOf({
  accelerator,
  click,
}: Electron.MenuItemConstructorOptions): readonly [string, () => void][] {
  if (typeof accelerator !== 'string' || click === undefined) return [];
  // The app's items need neither the item, the window nor the event.
  return [[keyOf(accelerator), () => Reflect.apply(click, undefined, [])]];
}

/** `CmdOrCtrl+Shift+P` as the preload's world names a key press: `ctrl+shift+p`. */
function keyOf(accelerator: string): string {
  const parts = accelerator.split('+');
  const key = parts.at(-1)?.toLowerCase() ?? '';
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => parts.slice(0, -1).includes(name));
  const isMac = process.platform === 'darwin';
  const names = [
    has('Ctrl', 'Control') || (has('CmdOrCtrl', 'CommandOrControl') && !isMac) ? 'ctrl' : '',
    has('Cmd', 'Command') || (has('CmdOrCtrl', 'CommandOrControl') && isMac) ? 'meta' : '',
    has('Alt', 'Option') ? 'alt' : '',
    has('Shift') ? 'shift' : '',
    key,
  ];
  return names.filter(Boolean).join('+');
}
