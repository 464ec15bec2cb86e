import { Database, Plus, Unplug } from 'lucide-react';
import { GridList } from 'react-aria-components';
import { useContextMenu } from '../../components/context-menu.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Select } from '../../components/select.tsx';
import list from '../../components/side-list.module.css';
import { Spinner } from '../../components/spinner.tsx';
import { currentTeamId, hasTeamInReach } from '../../store/sources-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useReport } from '../frame/use-report.ts';
import { SavedPanel } from '../saved/saved-panel.tsx';
import { useSourceActions } from './source-actions.ts';
import { useSourceCommands } from './source-commands.ts';
import { SourceRow } from './source-row.tsx';
import styles from './sources-panel.module.css';

/** The left region: the team's input locations, with what can be done to each. */
export function SourcesPanel() {
  const text = useText().sources;
  const openOverlay = useApp((state) => state.openOverlay);
  const canAdd = useApp((state) => currentTeamId(state) !== null && state.sources !== null);
  useSourceCommands();
  return (
    <>
      <header className={styles['head']}>
        <h2 className={styles['title']}>{text.title}</h2>
        <IconButton
          icon={Plus}
          size="small"
          label={text.add}
          isDisabled={!canAdd}
          onPress={() => openOverlay({ kind: 'add-location' })}
        />
      </header>
      <TeamPicker />
      <SourceList />
      <SavedPanel />
    </>
  );
}

function TeamPicker() {
  const text = useText();
  const teams = useApp((state) => state.teams);
  const teamsError = useApp((state) => state.teamsError);
  const loadTeams = useApp((state) => state.loadTeams);
  const teamId = useApp(currentTeamId);
  const selectTeam = useApp((state) => state.selectTeam);
  const report = useReport();
  const isConnected = useApp(hasTeamInReach);
  if (teamsError !== null && isConnected) {
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={teamsError} onRetry={() => void loadTeams()} />
      </div>
    );
  }
  const usable = (teams ?? []).filter(({ apiEnabled, teamId: id }) => apiEnabled || id === teamId);
  if (usable.length < 2) return null;
  return (
    <div className={styles['team']}>
      <Select
        label={text.sources.team}
        isLabelHidden
        isQuiet
        options={usable.map(({ teamId: id, name }) => ({ id, label: name }))}
        value={teamId}
        onChange={(id) => void selectTeam(id).then(report)}
      />
    </div>
  );
}

function SourceList() {
  const text = useText();
  const sources = useApp((state) => state.sources);
  const sourcesError = useApp((state) => state.sourcesError);
  const isConnected = useApp(hasTeamInReach);
  const loadSources = useApp((state) => state.loadSources);
  const selected = useApp((state) => state.selectedLocationId);
  const selectSource = useApp((state) => state.selectSource);
  const actionsOf = useSourceActions();
  const { onContextMenu, menu } = useContextMenu(
    text.sources.list,
    (element) => {
      const key = element.closest('[role="row"]')?.getAttribute('data-key');
      return sources?.find(({ locationId }) => locationId === key) ?? null;
    },
    actionsOf,
  );
  // While the key is refused the window's banner says so, once.
  if (sourcesError !== null && isConnected) {
    return (
      <div className={styles['notice']}>
        <ErrorNotice error={sourcesError} onRetry={() => void loadSources()} />
      </div>
    );
  }
  if (sources === null) {
    return isConnected ? (
      <div className={styles['waiting']}>
        <Spinner label={text.common.loading} />
      </div>
    ) : (
      <EmptyState
        icon={Unplug}
        title={text.sources.notConnectedTitle}
        description={text.sources.notConnected}
      />
    );
  }
  if (sources.length === 0) {
    return <EmptyState icon={Database} title={text.sources.emptyTitle} description={text.sources.empty} />;
  }
  return (
    <div className={styles['scroll']} onContextMenu={onContextMenu}>
      <GridList
        aria-label={text.sources.list}
        items={sources}
        dependencies={[actionsOf, text]}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const chosen = sources.find(({ locationId }) => keys !== 'all' && keys.has(locationId));
          if (chosen !== undefined) selectSource(chosen.locationId);
        }}
        className={list['list'] ?? ''}
      >
        {(source) => <SourceRow source={source} groups={actionsOf(source)} />}
      </GridList>
      {menu}
    </div>
  );
}
