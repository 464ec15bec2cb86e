import { useState } from 'react';
import { AlertDialog } from '../../components/alert-dialog.tsx';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import type { Session } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { AccountSetting } from './account-setting.tsx';
import { KeyForm } from './key-form.tsx';
import styles from './settings-dialog.module.css';
import { SettingsSection } from './settings-section.tsx';

/** The accounts, and the key of the one that is shown. */
export function ConnectionSettings({ session }: { readonly session: Session }) {
  const text = useText().settings;
  const managed = useApp((state) => state.appInfo?.managed ?? null);
  const isManaged = managed?.environment === true;
  const hosts = managed?.allowedEndpoints ?? null;
  return (
    <SettingsSection title={text.connection}>
      <AccountSetting session={session} />
      {isManaged && <p className={styles['help']}>{text.managedEnvironment(session.environment.label)}</p>}
      {hosts !== null && <p className={styles['help']}>{text.managedEndpoints(hosts.join(', '))}</p>}
      <KeySetting key={session.connectionId} session={session} />
    </SettingsSection>
  );
}

const toneOf: Readonly<Record<Session['key'], Tone>> = {
  absent: 'warn',
  unchecked: 'neutral',
  valid: 'ok',
  rejected: 'danger',
};

function KeySetting({ session }: { readonly session: Session }) {
  const text = useText();
  const clearKey = useApp((state) => state.clearKey);
  const saveKey = useApp((state) => state.saveKey);
  const report = useReport();
  const [isEditing, setEditing] = useState(session.key === 'absent' || session.key === 'rejected');
  const [isRemoving, setRemoving] = useState(false);
  const remove = async (): Promise<void> => {
    report(await clearKey());
    setRemoving(false);
    setEditing(true);
  };
  return (
    <div className={styles['key']}>
      <div className={styles['line']}>
        <span className={styles['label']}>{text.settings.key}</span>
        <Badge tone={toneOf[session.key]}>{text.settings.keyBadges[session.key]}</Badge>
      </div>
      <p className={styles['help']}>
        {text.settings.keyStates[session.key]}{' '}
        {session.account !== null && text.settings.signedInAs(session.account.email)}
      </p>
      {isEditing ? (
        <KeyForm
          submitLabel={text.settings.checkAndSave}
          save={saveKey}
          onSaved={() => setEditing(false)}
          {...(session.key === 'absent'
            ? {}
            : { secondary: <Button onPress={() => setEditing(false)}>{text.common.cancel}</Button> })}
        />
      ) : (
        <div className={styles['line']}>
          <Button onPress={() => setEditing(true)}>
            {session.key === 'absent' ? text.settings.enterKey : text.settings.replaceKey}
          </Button>
          {session.key !== 'absent' && (
            <Button onPress={() => setRemoving(true)}>{text.settings.removeKey}</Button>
          )}
        </div>
      )}
      <AlertDialog
        title={text.settings.removeKeyTitle}
        isOpen={isRemoving}
        isDanger
        confirmLabel={text.settings.removeKey}
        onConfirm={() => void remove()}
        onCancel={() => setRemoving(false)}
      >
        <p>{text.settings.removeKeyText}</p>
      </AlertDialog>
    </div>
  );
}
