import styles from './keys.module.css';
import { shortcutKeys } from './shortcut.ts';

/** Shows a shortcut such as `Mod+K` as the keys of this computer's keyboard; for eyes only, beside a control that is named. */
export function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className={styles['keys']} aria-hidden>
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
