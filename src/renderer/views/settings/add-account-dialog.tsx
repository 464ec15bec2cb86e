import { useState } from 'react';
import type { EnvironmentId } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { RadioGroup } from '../../components/radio-group.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import styles from '../sources/form.module.css';
import { KeyForm } from './key-form.tsx';

/** Connects another account, or the same one's other environment; it is shown then. */
export function AddAccountDialog() {
  const text = useText();
  const session = useApp((state) => state.session);
  const addConnection = useApp((state) => state.addConnection);
  const closeOverlay = useApp((state) => state.closeOverlay);
  const [chosen, setChosen] = useState<EnvironmentId | null>(null);
  if (session === null) return null;
  const { environments, environment } = session;
  const environmentId = chosen ?? environment.environmentId;
  return (
    <Dialog title={text.settings.addAccountTitle} isOpen onClose={closeOverlay}>
      <div className={styles['form']}>
        <p className={styles['intro']}>{text.settings.addAccountIntro}</p>
        {environments.length > 1 && (
          <RadioGroup
            label={text.settings.environment}
            orientation="horizontal"
            value={environmentId}
            options={environments.map(({ environmentId: id, label }) => ({ id, label }))}
            onChange={setChosen}
          />
        )}
        <KeyForm
          submitLabel={text.settings.checkAndAdd}
          save={(apiKey) => addConnection(environmentId, apiKey)}
          onSaved={closeOverlay}
          secondary={<Button onPress={closeOverlay}>{text.common.cancel}</Button>}
        />
      </div>
    </Dialog>
  );
}
