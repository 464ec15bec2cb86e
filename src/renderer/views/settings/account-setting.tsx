import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Connection, Session } from '../../../shared/session.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { accountWords } from './account-words.ts';
import { RemoveAccountDialog } from './remove-account-dialog.tsx';
import styles from './settings-dialog.module.css';

/** Which account is shown, and which there are. */
export function AccountSetting({ session }: { readonly session: Session }) {
  const text = useText().settings;
  const selectConnection = useApp((state) => state.selectConnection);
  const openOverlay = useApp((state) => state.openOverlay);
  const report = useReport();
  // Kept as it was asked about: another account is shown while this one is still being removed.
  const [removing, setRemoving] = useState<Connection | null>(null);
  const { connections, connectionId } = session;
  const isOneOfSeveral = connections.length > 1;
  const buttons = useRef<HTMLDivElement>(null);
  const hasAsked = useRef(false);
  useEffect(() => {
    if (removing !== null) hasAsked.current = true;
    if (removing !== null || isOneOfSeveral || !hasAsked.current) return undefined;
    // The button that was pressed goes with the last but one account; without focus, the dialog hears no key.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) buttons.current?.querySelector('button')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [removing, isOneOfSeveral]);
  const shown = connections.find((connection) => connection.connectionId === connectionId);
  return (
    <div className={styles['key']}>
      <Select
        label={text.account}
        description={text.accountHelp}
        options={connections.map((connection) => ({
          id: connection.connectionId,
          ...accountWords(connection, text),
        }))}
        value={connectionId}
        onChange={(id) => void selectConnection(id).then(report)}
      />
      <div ref={buttons} className={styles['line']}>
        <Button icon={Plus} onPress={() => openOverlay({ kind: 'add-account' })}>
          {text.addAccount}
        </Button>
        {isOneOfSeveral && <Button onPress={() => setRemoving(shown ?? null)}>{text.removeAccount}</Button>}
      </div>
      {removing !== null && <RemoveAccountDialog connection={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}
