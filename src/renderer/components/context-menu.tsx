import { useRef, useState, type HTMLAttributes } from 'react';
import { useContextMenu } from 'react-aria/useContextMenu';
import { Popover } from 'react-aria-components';
import { MenuRows, type MenuGroup } from './menu.tsx';
import popover from './popover.module.css';

/** Where a context menu was asked for, in window coordinates. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** What {@link useContextMenuAt} gives a view: props for the surface, and the menu to render beside it. */
export interface ContextMenuAt {
  /** Spread on the element that has the menu: right click, the menu key and Shift+F10 open it. */
  readonly surfaceProps: HTMLAttributes<HTMLElement>;
  readonly isOpen: boolean;
  readonly menu: React.ReactElement;
}

/** A context menu that opens where it was asked for, by mouse and by keyboard. */
export function useContextMenuAt(label: string, groups: readonly MenuGroup[]): ContextMenuAt {
  const anchor = useRef<HTMLSpanElement>(null);
  const [point, setPoint] = useState<Point | null>(null);
  const { contextMenuProps } = useContextMenu({
    onContextMenu: ({ target, x, y }) => {
      const box = target.getBoundingClientRect();
      setPoint({ x: box.left + x, y: box.top + y });
    },
  });
  const menu = (
    <>
      <span
        ref={anchor}
        aria-hidden
        style={{ position: 'fixed', left: point?.x ?? 0, top: point?.y ?? 0, width: 0, height: 0 }}
      />
      <Popover
        triggerRef={anchor}
        isOpen={point !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setPoint(null);
        }}
        placement="bottom start"
        offset={2}
        className={popover['popover'] ?? ''}
      >
        <MenuRows
          label={label}
          groups={groups.map((group) => ({
            ...group,
            commands: group.commands.map((command) => ({
              ...command,
              onAction: () => {
                setPoint(null);
                command.onAction();
              },
            })),
          }))}
        />
      </Popover>
    </>
  );
  return { surfaceProps: contextMenuProps, isOpen: point !== null, menu };
}
