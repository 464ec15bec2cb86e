import { CircleCheck } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { currentTeamId } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import styles from './first-run.module.css';

/** The account and team that the key belongs to, as Pixop said. */
export function ConnectedAs({ onOtherKey }: { readonly onOtherKey: () => void }) {
  const text = useText().firstRun;
  const account = useApp((state) => state.session?.account ?? null);
  const teams = useApp((state) => state.teams);
  const teamId = useApp(currentTeamId);
  const selectTeam = useApp((state) => state.selectTeam);
  const report = useReport();
  const usable = (teams ?? []).filter(({ apiEnabled, teamId: id }) => apiEnabled || id === teamId);
  if (account === null) return null;
  return (
    <div className={styles['connected']}>
      <CircleCheck size={16} aria-hidden className={styles['ok']} />
      <span className={styles['account']}>
        {text.connectedAs(account.name === '' ? account.email : account.name)}
        <bdi className={styles['email']}>{account.email}</bdi>
      </span>
      {usable.length > 1 ? (
        <div className={styles['team']}>
          <Select
            label={text.team}
            isLabelHidden
            options={usable.map(({ teamId: id, name }) => ({ id, label: name }))}
            value={teamId}
            onChange={(id) => void selectTeam(id).then(report)}
          />
        </div>
      ) : (
        <span className={styles['teamName']}>{account.defaultTeam.name}</span>
      )}
      <Button variant="quiet" size="small" onPress={onOtherKey}>
        {text.otherKey}
      </Button>
    </div>
  );
}
