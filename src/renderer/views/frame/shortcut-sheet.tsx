import { Dialog } from '../../components/dialog.tsx';
import { Keys } from '../../components/keys.tsx';
import { shortcutKeys } from '../../components/shortcut.ts';
import { useApp } from '../../store/store.ts';
import { commandSections } from '../../store/ui-slice.ts';
import { useText } from '../../text/text.ts';
import styles from './shortcut-sheet.module.css';

/** All keys of the views that are on screen. */
export function ShortcutSheet() {
  const text = useText().frame;
  const commands = useApp((state) => state.commands);
  const closeOverlay = useApp((state) => state.closeOverlay);
  return (
    <Dialog title={text.shortcuts} size="large" isOpen onClose={closeOverlay}>
      <div className={styles['columns']}>
        {commandSections.map((section) => {
          const members = commands.filter((command) => command.section === section && command.shortcut);
          if (members.length === 0) return null;
          return (
            <section key={section} className={styles['section']}>
              <h3 className={styles['title']}>{text.sections[section]}</h3>
              <dl className={styles['list']}>
                {members.map(({ id, title, shortcut = '' }) => (
                  <div key={id} className={styles['row']}>
                    <dt>{title}</dt>
                    <dd>
                      <span className="visually-hidden">{shortcutKeys(shortcut).join(' ')}</span>
                      <Keys shortcut={shortcut} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
