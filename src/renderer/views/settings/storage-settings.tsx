import { FileDown } from 'lucide-react';
import type { Session } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import styles from './settings-dialog.module.css';
import { SettingsSection } from './settings-section.tsx';
import { useSaveDiagnostics } from './use-save-diagnostics.ts';

/** Where secrets and the queue are kept, so that nobody has to guess. */
export function StorageSettings({ session }: { readonly session: Session }) {
  const text = useText().settings;
  const info = useApp((state) => state.appInfo);
  const saveDiagnostics = useSaveDiagnostics();
  return (
    <SettingsSection title={text.storage}>
      <dl className={styles['facts']}>
        <dt>{text.secrets}</dt>
        <dd>{session.secretStore.kind === 'keychain' ? text.secretsKeychain : text.secretsMemory}</dd>
        <dt>{text.files}</dt>
        <dd data-selectable>
          <code>{info?.homeHint}</code>
        </dd>
      </dl>
      <div className={styles['key']}>
        <div className={styles['line']}>
          <Button icon={FileDown} onPress={saveDiagnostics}>
            {text.saveDiagnostics}
          </Button>
        </div>
        <p className={styles['help']}>{text.diagnosticsHelp}</p>
      </div>
    </SettingsSection>
  );
}
