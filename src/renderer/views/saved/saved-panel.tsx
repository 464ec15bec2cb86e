import type { KeyboardEvent } from 'react';
import { GridList } from 'react-aria-components';
import { useContextMenu } from '../../components/context-menu.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useSavedActions } from './saved-actions.ts';
import { useSavedCommands } from './saved-commands.ts';
import { SavedRow } from './saved-row.tsx';
import list from '../../components/side-list.module.css';
import styles from './saved.module.css';
import { useSavedPlaces, type ShownPlace } from './use-saved-places.ts';

const nothing: readonly ShownPlace[] = [];

/** Below the sources: favourites and saved selections of the team; Enter opens, F2 renames, Delete removes. */
export function SavedPanel() {
  const text = useText().saved;
  const isShown = useApp((state) => state.saved !== null && state.sources !== null);
  const places = useSavedPlaces();
  const actions = useSavedActions();
  useSavedCommands(isShown ? places : nothing);
  const placeAt = (element: Element): ShownPlace | null => {
    const key = element.closest('[role="row"]')?.getAttribute('data-key');
    return places.find(({ id }) => id === key) ?? null;
  };
  const { onContextMenu, menu } = useContextMenu(text.list, placeAt, actions.groupsOf);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys on a row's button are the button's.
    if (!(event.target instanceof Element) || event.target.getAttribute('role') !== 'row') return;
    const place = placeAt(event.target);
    if (place === null) return;
    if (event.key === 'F2') actions.rename(place.item);
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(place.item);
    else return;
    event.preventDefault();
  };
  if (!isShown) return null;
  return (
    <section aria-label={text.title} className={styles['panel']}>
      <h2 className={styles['title']}>{text.title}</h2>
      {places.length === 0 ? (
        <p className={styles['empty']}>{text.empty}</p>
      ) : (
        <div
          role="presentation"
          className={styles['scroll']}
          onContextMenu={onContextMenu}
          onKeyDown={onKeyDown}
        >
          <GridList
            aria-label={text.list}
            items={places}
            dependencies={[actions, text]}
            selectionMode="none"
            onAction={(key) => {
              const place = places.find(({ id }) => id === key);
              if (place !== undefined) actions.open(place);
            }}
            className={list['list'] ?? ''}
          >
            {(place) => <SavedRow place={place} groups={actions.groupsOf(place)} />}
          </GridList>
          {menu}
        </div>
      )}
    </section>
  );
}
