import type { ConnectionId } from '../../../shared/session.ts';
import { Select } from '../../components/select.tsx';
import { useText } from '../../text/text.ts';
import { inOneLine, type AccountLabel } from './account-labels.ts';
import styles from './history.module.css';

/** Stands for no account in particular. */
const ALL = 'all';

/** Narrows the history to one account of several. */
export function AccountFilter({
  labels,
  connectionId,
  onChoose,
}: {
  readonly labels: ReadonlyMap<ConnectionId, AccountLabel>;
  readonly connectionId: ConnectionId | null;
  readonly onChoose: (connectionId: ConnectionId | null) => void;
}) {
  const text = useText().history;
  return (
    <div className={styles['account']}>
      <Select
        label={text.accountLabel}
        isLabelHidden
        options={[
          { id: ALL, label: text.allAccounts },
          ...[...labels].map(([id, label]) => ({ id, label: inOneLine(label) })),
        ]}
        value={connectionId ?? ALL}
        onChange={(id) => onChoose(id === ALL ? null : id)}
      />
    </div>
  );
}
