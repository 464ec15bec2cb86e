import type { Settings } from '../../../shared/settings.ts';
import { MB } from '../../../shared/units.ts';
import { Select } from '../../components/select.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { SettingsSection } from './settings-section.tsx';

/** Limits to choose from, in decimal megabytes; the settings allow 0 to 100,000. */
const LIMITS_MB = [0, 100, 500, 2_000, 10_000, 100_000] as const;

/** What pictures and facts of videos may cost. */
export function PreviewSettings({ settings }: { readonly settings: Settings }) {
  const text = useText().settings;
  const format = useFormat();
  const changeSettings = useApp((state) => state.changeSettings);
  const report = useReport();
  const limits = [...new Set([...LIMITS_MB, settings.previewLimitMb])].toSorted((a, b) => a - b);
  return (
    <SettingsSection title={text.previews}>
      <Select
        label={text.previewLimit}
        description={text.previewHelp}
        options={limits.map((limit) => ({
          id: String(limit),
          label: limit === 0 ? text.previewOff : text.previewLimitOption(format.bytes(limit * MB)),
        }))}
        value={String(settings.previewLimitMb)}
        onChange={(limit) => void changeSettings({ previewLimitMb: Number(limit) }).then(report)}
      />
    </SettingsSection>
  );
}
