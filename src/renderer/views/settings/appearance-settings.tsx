import type { Settings } from '../../../shared/settings.ts';
import { RadioGroup } from '../../components/radio-group.tsx';
import { Select } from '../../components/select.tsx';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { SettingsSection } from './settings-section.tsx';

/** How the window looks, and in which language it speaks. */
export function AppearanceSettings({ settings }: { readonly settings: Settings }) {
  const text = useText().settings;
  const changeSettings = useApp((state) => state.changeSettings);
  const report = useReport();
  return (
    <SettingsSection title={text.appearance}>
      <RadioGroup
        label={text.theme}
        orientation="horizontal"
        value={settings.appearance}
        onChange={(appearance) => void changeSettings({ appearance }).then(report)}
        options={[
          { id: 'system', label: text.themeSystem },
          { id: 'light', label: text.themeLight },
          { id: 'dark', label: text.themeDark },
        ]}
      />
      <Select
        label={text.language}
        value={settings.language}
        onChange={(language) => void changeSettings({ language }).then(report)}
        options={[
          { id: 'system', label: text.languageSystem },
          // Languages are named in themselves, for whoever cannot read the current one.
          { id: 'en', label: 'English' },
          { id: 'da', label: 'Dansk' },
        ]}
      />
    </SettingsSection>
  );
}
