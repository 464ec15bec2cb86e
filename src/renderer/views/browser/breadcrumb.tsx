import { ChevronRight, Ellipsis, HardDrive } from 'lucide-react';
import type { Source } from '../../../shared/session.ts';
import { cx } from '../../components/cx.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { Menu } from '../../components/menu.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { crumbsOf, type Crumb } from './crumbs.ts';
import styles from './toolbar.module.css';
import { useFold } from './use-fold.ts';

/** The way to the folder that is shown: every step leads there, and what has no room folds into a menu. */
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
  const steps = [{ name: source.bucket, prefix: '' }, ...crumbsOf(prefix)];
  const { list, isMeasuring, fold } = useFold(`${source.bucket}/${prefix}`);
  const step = (crumb: Crumb, isFirst: boolean) => (
    <li key={crumb.prefix} className={styles['step']}>
      {!isFirst && <ChevronRight size={13} aria-hidden className={styles['chevron']} />}
      <button
        type="button"
        className={styles['crumb']}
        {...(crumb.prefix === prefix ? { 'aria-current': 'page' as const } : {})}
        onClick={() => onOpen(crumb.prefix)}
      >
        {crumb.prefix === '' && <HardDrive size={14} aria-hidden className={styles['drive']} />}
        <Truncated text={displayKey(crumb.name)} at="middle" isNarrow />
      </button>
    </li>
  );
  const folded = steps.slice(fold.from, fold.to);
  return (
    <nav aria-label={text.path} className={styles['path']}>
      <ol ref={list} className={cx(styles['steps'], isMeasuring && styles['measuring'])}>
        {steps.slice(0, fold.from).map((crumb) => step(crumb, true))}
        {folded.length > 0 && (
          <li className={styles['fold']}>
            {fold.from > 0 && <ChevronRight size={13} aria-hidden className={styles['chevron']} />}
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
        {steps.slice(fold.to).map((crumb, at) => step(crumb, fold.to === 0 && at === 0))}
      </ol>
    </nav>
  );
}
