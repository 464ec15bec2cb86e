import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { Keys } from './keys.tsx';
import popover from './popover.module.css';

/** One command of a {@link Menu}. */
interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  /** Red, for what deletes or abandons. */
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Present on choices: shows a check mark when true. */
  readonly isChecked?: boolean;
  readonly onAction: () => void;
}

/** A group of a {@link Menu}, parted from the next by a line; either all of its commands are choices or none is. */
export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  /** Belongs to the group before: no line parts them. */
  readonly isContinued?: boolean;
  readonly commands: readonly MenuCommand[];
}

/** The rows of a menu; shared by {@link Menu} and the context menu, which has to be told when to close. */
export function MenuRows({
  label,
  groups,
  onClose,
}: {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly onClose?: () => void;
}) {
  const shown = groups.filter((group) => group.commands.length > 0);
  return (
    <AriaMenu
      aria-label={label}
      className={popover['list'] ?? ''}
      {...(onClose === undefined ? {} : { onClose, autoFocus: 'first' as const })}
    >
      {shown.flatMap((group, index) => [
        ...(index === 0 || group.isContinued === true
          ? []
          : [<Separator key={`before-${group.id}`} className={popover['separator'] ?? ''} />]),
        <MenuSection
          key={group.id}
          {...(group.title === undefined ? { 'aria-label': label } : {})}
          {...selectionOf(group)}
        >
          {group.title !== undefined && <Header className={popover['header'] ?? ''}>{group.title}</Header>}
          {group.commands.map((command) => (
            <MenuRow key={command.id} command={command} />
          ))}
        </MenuSection>,
      ])}
    </AriaMenu>
  );
}

/** Makes the rows of a choice such for screen readers too; what is chosen changes with what {@link MenuCommand.onAction} does. */
function selectionOf({ commands }: MenuGroup) {
  if (commands.every(({ isChecked }) => isChecked === undefined)) return {};
  const selectedKeys = commands.filter(({ isChecked }) => isChecked === true).map(({ id }) => id);
  return { selectionMode: 'single' as const, disallowEmptySelection: selectedKeys.length > 0, selectedKeys };
}

function MenuRow({ command }: { readonly command: MenuCommand }) {
  const Icon = command.isChecked === true ? Check : command.icon;
  const hasMark = Icon !== undefined || command.isChecked !== undefined;
  return (
    <MenuItem
      id={command.id}
      textValue={command.label}
      isDisabled={command.isDisabled ?? false}
      onAction={command.onAction}
      className={cx(popover['item'], command.isDanger === true && popover['danger'])}
    >
      {hasMark && (
        <span className={popover['icon']}>
          {Icon === undefined ? <Blank /> : <Icon size={15} aria-hidden />}
        </span>
      )}
      <span className={popover['words']}>
        {command.label}
        {command.description !== undefined && (
          <span className={popover['description']}>{command.description}</span>
        )}
      </span>
      {command.shortcut !== undefined && <Keys shortcut={command.shortcut} />}
    </MenuItem>
  );
}

function Blank() {
  return <svg width={15} height={15} aria-hidden />;
}

/** A button's menu; `children` is the button. */
export function Menu({
  label,
  groups,
  children,
}: {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly children: ReactElement;
}) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={popover['popover'] ?? ''} offset={4}>
        <MenuRows label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  );
}
