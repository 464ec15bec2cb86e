import { Ellipsis, ListFilter, Star } from 'lucide-react';
import { GridListItem } from 'react-aria-components';
import { cx } from '../../components/cx.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu, type MenuGroup } from '../../components/menu.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import list from '../../components/side-list.module.css';
import styles from './saved.module.css';
import type { ShownPlace } from './use-saved-places.ts';

/** Something saved: what it is, its name, and where it leads. */
export function SavedRow({
  place: { item, isGone, locationName },
  groups,
}: {
  readonly place: ShownPlace;
  readonly groups: readonly MenuGroup[];
}) {
  const text = useText().saved;
  const Icon = item.kind === 'bookmark' ? Star : ListFilter;
  const name = displayKey(item.name);
  const location = displayKey(locationName);
  const folder = displayKey(item.prefix.replace(/\/$/, ''));
  const where = isGone ? text.gone : folder === '' ? location : text.where(location, folder);
  return (
    <GridListItem
      id={item.id}
      textValue={`${name}, ${text.kinds[item.kind]}, ${where}`}
      className={list['row'] ?? ''}
    >
      <span className={cx(list['mark'], styles['icon'])} title={text.kinds[item.kind]}>
        <Icon size={14} aria-hidden />
      </span>
      <span className={list['words']}>
        <span className={list['name']}>
          <Truncated text={name} />
        </span>
        <span className={isGone ? styles['gone'] : list['detail']}>
          <Truncated text={where} at="path" />
        </span>
      </span>
      <span className={list['more']}>
        <Menu label={text.actionsFor(name)} groups={groups}>
          <IconButton icon={Ellipsis} size="small" label={text.actionsFor(name)} />
        </Menu>
      </span>
    </GridListItem>
  );
}
