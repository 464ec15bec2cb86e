import { RefreshCw } from 'lucide-react';
import { updateChannels } from '../../../shared/policy.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { UpdateState } from '../../../shared/updates.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat, type Format } from '../../text/format.ts';
import { useText, type Text } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { InstallUpdate } from '../frame/install-update.tsx';
import styles from './settings-dialog.module.css';

/** Whether and from which channel the app renews itself, and how far that is. */
export function UpdateSettings({ settings }: { readonly settings: Settings }) {
  const text = useText().settings;
  const format = useFormat();
  const report = useReport();
  const state = useApp(({ updateState }) => updateState);
  const isManaged = useApp(({ appInfo }) => appInfo?.managed?.updateChannel === true);
  const changeSettings = useApp((app) => app.changeSettings);
  const check = useApp((app) => app.checkForUpdate);
  if (state === null) return null;
  if (state.kind === 'unsupported') return <p className={styles['help']}>{text.updates.unsupported}</p>;
  const isBusy = state.kind === 'checking' || state.kind === 'downloading';
  return (
    <>
      <Select
        label={text.updates.channel}
        description={isManaged ? text.managed : text.updates.channelHelp}
        isDisabled={isManaged}
        options={updateChannels.map((id) => ({ id, label: text.updates.channels[id] }))}
        value={settings.updateChannel}
        onChange={(updateChannel) => void changeSettings({ updateChannel }).then(report)}
      />
      {state.kind !== 'off' && (
        <div className={styles['line']}>
          {state.kind === 'ready' ? (
            <InstallUpdate />
          ) : (
            <Button icon={RefreshCw} isDisabled={isBusy} onPress={() => void check().then(report)}>
              {text.updates.check}
            </Button>
          )}
          <span className={styles['help']} role="status">
            {wordsOf(state, text.updates, format)}
          </span>
        </div>
      )}
    </>
  );
}

function wordsOf(state: UpdateState, text: Text['settings']['updates'], format: Format): string {
  switch (state.kind) {
    case 'idle':
      return state.checkedAtMs === null ? text.notChecked : text.newest(format.dateTime(state.checkedAtMs));
    case 'checking':
      return text.checking;
    case 'downloading':
      return text.downloading(state.version, format.percent(state.percent));
    case 'ready':
      return text.ready(state.version);
    case 'failed':
      return text.failed(state.message);
    default:
      return '';
  }
}
