import { ChevronRight, Ellipsis, HardDrive } from 'lucide-react';
import type { Source } from '../../../shared/session.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { crumbsOf, foldCrumbs, type Crumb } from './crumbs.ts';
import styles from './toolbar.module.css';

/** The way to the folder that is shown: every step leads there, and long ways fold in the middle. */
export function Breadcrumb({
  source,
  prefix,
  onOpen,
}: {
  readonly source: Source;
  readonly prefix: string;
  readonly onOpen: (prefix: string) => void;
}) {
  const text = useText().browser;
  const { start, folded, end } = foldCrumbs(crumbsOf(prefix));
  const step = (crumb: Crumb) => (
    <li key={crumb.prefix} className={styles['step']}>
      <ChevronRight size={13} aria-hidden className={styles['chevron']} />
      <button
        type="button"
        className={styles['crumb']}
        {...(crumb.prefix === prefix ? { 'aria-current': 'page' as const } : {})}
        onClick={() => onOpen(crumb.prefix)}
      >
        <Truncated text={displayKey(crumb.name)} at="middle" />
      </button>
    </li>
  );
  return (
    <nav aria-label={text.path} className={styles['path']}>
      <ol className={styles['steps']}>
        <li className={styles['step']}>
          <button
            type="button"
            className={styles['crumb']}
            {...(prefix === '' ? { 'aria-current': 'page' as const } : {})}
            onClick={() => onOpen('')}
          >
            <HardDrive size={14} aria-hidden className={styles['drive']} />
            <Truncated text={displayKey(source.bucket)} at="middle" />
          </button>
        </li>
        {start.map(step)}
        {folded.length > 0 && (
          <li className={styles['fold']}>
            <ChevronRight size={13} aria-hidden className={styles['chevron']} />
            <Menu
              label={text.hiddenFolders}
              groups={[
                {
                  id: 'folders',
                  // Ids stand in the page: no key may.
                  commands: folded.map((crumb, place) => ({
                    id: String(place),
                    label: displayKey(crumb.name),
                    onAction: () => onOpen(crumb.prefix),
                  })),
                },
              ]}
            >
              <IconButton icon={Ellipsis} size="small" label={text.hiddenFolders} />
            </Menu>
          </li>
        )}
        {end.map(step)}
      </ol>
    </nav>
  );
}
