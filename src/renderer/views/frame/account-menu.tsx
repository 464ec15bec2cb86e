import { ChevronDown, KeyRound, Plus, RefreshCw } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Connection } from '../../../shared/session.ts';
import { Menu, type MenuGroup } from '../../components/menu.tsx';
import { currentTeamId } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import styles from './header-bar.module.css';
import { accountWords } from '../settings/account-words.ts';
import { useReport } from './use-report.ts';

const none: readonly Connection[] = [];

/** Who is connected and for which team, with the way to change them, and to another account. */
export function AccountMenu() {
  const text = useText();
  const account = useApp((state) => state.session?.account ?? null);
  const teams = useApp((state) => state.teams);
  const teamId = useApp(currentTeamId);
  const selectTeam = useApp((state) => state.selectTeam);
  const openOverlay = useApp((state) => state.openOverlay);
  const checkSession = useApp((state) => state.checkSession);
  const connections = useApp((state) => state.session?.connections ?? none);
  const connectionId = useApp((state) => state.session?.connectionId ?? null);
  const selectConnection = useApp((state) => state.selectConnection);
  const report = useReport();
  const name = account === null ? text.frame.noAccount : account.name || account.email;
  const groups: readonly MenuGroup[] = [
    {
      id: 'accounts',
      title: text.frame.accounts,
      commands: connections.map((connection) => ({
        id: connection.connectionId,
        ...accountWords(connection, text.settings),
        isChecked: connection.connectionId === connectionId,
        onAction: () => void selectConnection(connection.connectionId).then(report),
      })),
    },
    {
      id: 'add',
      isContinued: true,
      commands: [
        {
          id: 'add-account',
          label: text.settings.addAccount,
          icon: Plus,
          onAction: () => openOverlay({ kind: 'add-account' }),
        },
      ],
    },
    {
      id: 'teams',
      title: text.frame.teams,
      commands: (teams ?? []).map(({ teamId: id, name: label, apiEnabled }) => ({
        id,
        label,
        isChecked: id === teamId,
        isDisabled: !apiEnabled,
        ...(apiEnabled ? {} : { description: text.frame.teamWithoutApi }),
        onAction: () => void selectTeam(id).then(report),
      })),
    },
    {
      id: 'account',
      commands: [
        {
          id: 'key',
          label: text.frame.manageKey,
          icon: KeyRound,
          onAction: () => openOverlay({ kind: 'settings' }),
        },
        {
          id: 'check',
          label: text.frame.checkAgain,
          icon: RefreshCw,
          onAction: () => void checkSession().then(report),
        },
      ],
    },
  ];
  return (
    <Menu label={text.frame.accountMenu} groups={groups}>
      <AriaButton className={styles['account'] ?? ''} aria-label={`${text.frame.accountMenu}: ${name}`}>
        <span className={styles['who']}>{name}</span>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
    </Menu>
  );
}
