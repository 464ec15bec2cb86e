import { ScrollText } from 'lucide-react';
import type { Settings } from '../../../shared/settings.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import styles from './settings-dialog.module.css';
import { SettingsSection } from './settings-section.tsx';
import { UpdateSettings } from './update-settings.tsx';

/** Which version this is, and whose work is in it. */
export function AboutSettings({ settings }: { readonly settings: Settings }) {
  const text = useText().settings;
  const info = useApp((state) => state.appInfo);
  const openOverlay = useApp((state) => state.openOverlay);
  return (
    <SettingsSection title={text.about}>
      <p data-selectable>{text.versionOf(info?.version ?? '')}</p>
      <UpdateSettings settings={settings} />
      <div className={styles['line']}>
        <Button icon={ScrollText} onPress={() => openOverlay({ kind: 'licences' })}>
          {text.licences}
        </Button>
      </div>
    </SettingsSection>
  );
}
