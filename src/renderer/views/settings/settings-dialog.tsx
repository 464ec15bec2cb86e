import { Dialog } from '../../components/dialog.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { AboutSettings } from './about-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ConnectionSettings } from './connection-settings.tsx';
import { ImportSettings } from './import-settings.tsx';
import styles from './settings-dialog.module.css';
import { PreviewSettings } from './preview-settings.tsx';
import { StorageSettings } from './storage-settings.tsx';

/** Everything that can be set, in one scroll; each change acts at once. */
export function SettingsDialog() {
  const text = useText().settings;
  const closeOverlay = useApp((state) => state.closeOverlay);
  const session = useApp((state) => state.session);
  const settings = useApp((state) => state.settings);
  if (session === null || settings === null) return null;
  return (
    <Dialog title={text.title} isOpen onClose={closeOverlay}>
      <div className={styles['sections']}>
        <ConnectionSettings session={session} />
        <AppearanceSettings settings={settings} />
        <ImportSettings settings={settings} />
        <PreviewSettings settings={settings} />
        <StorageSettings session={session} />
        <AboutSettings settings={settings} />
      </div>
    </Dialog>
  );
}
