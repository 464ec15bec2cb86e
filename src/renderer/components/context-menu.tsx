import { useCallback, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { Popover } from 'react-aria-components';
import { MenuRows, type MenuGroup } from './menu.tsx';
import popover from './popover.module.css';

interface Opened<Item> {
  readonly item: Item;
  readonly x: number;
  readonly y: number;
}

/** What {@link useContextMenu} gives a view. */
export interface ContextMenu<Item> {
  /** For the surface whose items have the menu: right click, the menu key and Shift+F10 all arrive here. */
  readonly onContextMenu: (event: MouseEvent) => void;
  /** Opens an item's menu below an element, such as the item's own button. */
  readonly openBelow: (item: Item, element: Element) => void;
  /** To be rendered beside the surface. */
  readonly menu: ReactElement;
}

/** What `button` is where no button was pressed, but the menu key or Shift+F10. */
const BY_KEY = -1;

/** Where the menu opens: at the pointer, or below the row that the keyboard is on as far as it is in sight. */
function pointOf(event: MouseEvent): { readonly x: number; readonly y: number } {
  const { button, clientX, clientY, target, currentTarget } = event;
  if (button !== BY_KEY || !(target instanceof Element)) return { x: clientX, y: clientY };
  const id = target.closest('[aria-activedescendant]')?.getAttribute('aria-activedescendant') ?? null;
  const row = id === null ? target : document.getElementById(id);
  if (row === null) return { x: clientX, y: clientY };
  const { left, bottom } = row.getBoundingClientRect();
  const surface = currentTarget.getBoundingClientRect();
  return { x: left, y: Math.max(surface.top, Math.min(surface.bottom, bottom)) };
}

/** A context menu for the items of a list: `itemAt` says which item an element belongs to, `groupsOf` what can be done with it. */
export function useContextMenu<Item>(
  label: string,
  itemAt: (element: Element) => Item | null,
  groupsOf: (item: Item) => readonly MenuGroup[],
): ContextMenu<Item> {
  const anchor = useRef<HTMLSpanElement>(null);
  const [opened, setOpened] = useState<Opened<Item> | null>(null);
  const onContextMenu = (event: MouseEvent): void => {
    const item = event.target instanceof Element ? itemAt(event.target) : null;
    if (item === null) return;
    event.preventDefault();
    setOpened({ item, ...pointOf(event) });
  };
  const openBelow = useCallback((item: Item, element: Element): void => {
    const { left, bottom } = element.getBoundingClientRect();
    setOpened({ item, x: left, y: bottom });
  }, []);
  const groups = opened === null ? [] : groupsOf(opened.item);
  const menu = (
    <>
      <span
        ref={anchor}
        aria-hidden
        style={{ position: 'fixed', left: opened?.x ?? 0, top: opened?.y ?? 0, width: 0, height: 0 }}
      />
      <Popover
        triggerRef={anchor}
        isOpen={opened !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setOpened(null);
        }}
        placement="bottom start"
        offset={2}
        aria-label={label}
        className={popover['popover'] ?? ''}
      >
        <MenuRows label={label} groups={groups} onClose={() => setOpened(null)} />
      </Popover>
    </>
  );
  return { onContextMenu, openBelow, menu };
}
