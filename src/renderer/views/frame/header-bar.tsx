import { FileInput, History, Settings } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Badge } from '../../components/badge.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Keys } from '../../components/keys.tsx';
import type { EnvironmentId } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useLists } from '../manifest/use-lists.ts';
import { AccountMenu } from './account-menu.tsx';
import { BrandMark } from './brand-mark.tsx';
import styles from './header-bar.module.css';

/** Anything but production is marked, so that nobody imports into the wrong place. */
const environmentTone: Readonly<Record<EnvironmentId, 'neutral' | 'warn' | 'info'>> = {
  production: 'neutral',
  staging: 'warn',
  simulator: 'info',
};

/** The bar at the top: where one is, who one is, and what is always at hand. */
export function HeaderBar() {
  const text = useText();
  const environment = useApp((state) => state.session?.environment ?? null);
  const { openFile } = useLists();
  const openOverlay = useApp((state) => state.openOverlay);
  return (
    <header className={styles['bar']}>
      <BrandMark />
      <h1 className={styles['name']}>{text.common.appName}</h1>
      {environment !== null && (
        <span title={environment.host}>
          <span className="visually-hidden">{text.frame.environment('')}</span>
          <Badge tone={environmentTone[environment.environmentId]}>{environment.label}</Badge>
        </span>
      )}
      <span className={styles['gap']} />
      <AriaButton
        className={styles['palette'] ?? ''}
        aria-keyshortcuts="Control+K"
        onPress={() => openOverlay({ kind: 'palette' })}
      >
        {text.frame.palette}
        <span aria-hidden>
          <Keys shortcut="Mod+K" />
        </span>
      </AriaButton>
      <IconButton icon={FileInput} label={text.manifest.open} shortcut="Mod+O" onPress={openFile} />
      <IconButton
        icon={History}
        label={text.history.open}
        shortcut="Mod+Shift+H"
        onPress={() => openOverlay({ kind: 'history' })}
      />
      <AccountMenu />
      <IconButton
        icon={Settings}
        label={text.frame.settings}
        shortcut="Mod+,"
        onPress={() => openOverlay({ kind: 'settings' })}
      />
    </header>
  );
}
