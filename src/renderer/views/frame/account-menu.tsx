import { ChevronDown, KeyRound, RefreshCw } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { Menu, type MenuGroup } from '../../components/menu.tsx';
import { currentTeamId } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import styles from './header-bar.module.css';
import { useReport } from './use-report.ts';

/** Who is connected and for which team, with the way to change both. */
export function AccountMenu() {
  const text = useText().frame;
  const account = useApp((state) => state.session?.account ?? null);
  const teams = useApp((state) => state.teams);
  const teamId = useApp(currentTeamId);
  const selectTeam = useApp((state) => state.selectTeam);
  const openOverlay = useApp((state) => state.openOverlay);
  const checkSession = useApp((state) => state.checkSession);
  const report = useReport();
  const name = account === null ? text.noAccount : account.name || account.email;
  const groups: readonly MenuGroup[] = [
    {
      id: 'teams',
      title: text.teams,
      commands: (teams ?? []).map(({ teamId: id, name: label, apiEnabled }) => ({
        id,
        label,
        isChecked: id === teamId,
        isDisabled: !apiEnabled,
        ...(apiEnabled ? {} : { description: text.teamWithoutApi }),
        onAction: () => void selectTeam(id).then(report),
      })),
    },
    {
      id: 'account',
      ...(account === null ? {} : { title: account.email }),
      commands: [
        {
          id: 'key',
          label: text.manageKey,
          icon: KeyRound,
          onAction: () => openOverlay({ kind: 'settings' }),
        },
        {
          id: 'check',
          label: text.checkAgain,
          icon: RefreshCw,
          onAction: () => void checkSession().then(report),
        },
      ],
    },
  ];
  return (
    <Menu label={text.accountMenu} groups={groups}>
      <AriaButton className={styles['account'] ?? ''} aria-label={`${text.accountMenu}: ${name}`}>
        <span className={styles['who']}>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
    </Menu>
  );
}
