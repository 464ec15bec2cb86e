import type { Settings } from '../../../shared/settings.ts';
import { Select } from '../../components/select.tsx';
import { Switch } from '../../components/switch.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { SettingsSection } from './settings-section.tsx';

/** Shares of the rate limit that can be left to others, in percent; the settings allow 0 to 90. */
const RESERVES = [0, 10, 25, 50, 75, 90] as const;

/** How imports run: notices, the import reference, and the pace. */
export function ImportSettings({ settings }: { readonly settings: Settings }) {
  const text = useText().settings;
  const format = useFormat();
  const changeSettings = useApp((state) => state.changeSettings);
  const report = useReport();
  const isManaged = useApp((state) => state.appInfo?.managed?.importReference === true);
  const reserves = [...new Set([...RESERVES, settings.reservePercent])].toSorted((a, b) => a - b);
  return (
    <SettingsSection title={text.imports}>
      <Switch
        label={text.notifications}
        description={text.notificationsHelp}
        isSelected={settings.notifications}
        onChange={(notifications) => void changeSettings({ notifications }).then(report)}
      />
      <Switch
        label={text.reference}
        description={isManaged ? `${text.managed} ${text.referenceHelp}` : text.referenceHelp}
        isDisabled={isManaged}
        isSelected={settings.importReference}
        onChange={(importReference) => void changeSettings({ importReference }).then(report)}
      />
      <Select
        label={text.reserve}
        description={text.reserveHelp}
        options={reserves.map((percent) => ({
          id: String(percent),
          label: percent === 0 ? text.reserveNone : text.reserveOption(format.percent(percent)),
        }))}
        value={String(settings.reservePercent)}
        onChange={(percent) => void changeSettings({ reservePercent: Number(percent) }).then(report)}
      />
    </SettingsSection>
  );
}
