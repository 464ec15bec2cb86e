import { Switch } from '../../components/switch.tsx';
import { isImportReferenceManaged } from '../../store/settings-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { Select } from '../../components/select.tsx';
import styles from './batch-sheet.module.css';
import { PresetBar } from './preset-bar.tsx';
import { ProjectField } from './project-field.tsx';
import { TemplateField } from './template-field.tsx';
import type { BatchForm } from './use-batch-form.ts';
import type { Presets } from './use-presets.ts';

/** Everything that holds for all videos of the batch. */
export function BatchFields({ form, presets }: { readonly form: BatchForm; readonly presets: Presets }) {
  const text = useText().batch;
  const teams = useApp((state) => state.teams);
  const isReferenceManaged = useApp(isImportReferenceManaged);
  const { settings, change } = form;
  return (
    <div className={styles['fields']}>
      <PresetBar presets={presets} />
      <Select
        label={text.team}
        options={(teams ?? []).map(({ teamId, name }) => ({ id: teamId, label: name }))}
        value={settings.teamId}
        onChange={(teamId) => change({ teamId, projectId: null, projectName: null })}
      />
      <ProjectField
        key={settings.teamId}
        teamId={settings.teamId}
        projectId={settings.projectId}
        onMissing={presets.missProject}
        onChange={(projectId, projectName) => change({ projectId, projectName })}
      />
      <TemplateField
        label={text.name}
        value={settings.nameTemplate}
        onChange={(nameTemplate) => change({ nameTemplate })}
        problem={form.nameProblem}
        autoFocus
      />
      <TemplateField
        label={text.description}
        value={settings.descriptionTemplate}
        onChange={(descriptionTemplate) => change({ descriptionTemplate })}
        problem={form.descriptionProblem}
      />
      <Switch
        label={text.fullIngestion}
        description={settings.fullIngestion ? text.fullIngestionOn : text.fullIngestionOff}
        isSelected={settings.fullIngestion}
        onChange={(fullIngestion) => change({ fullIngestion })}
      />
      <Switch
        label={text.importReference}
        description={settings.importReference ? text.importReferenceOn : text.importReferenceOff}
        isDisabled={isReferenceManaged}
        isSelected={settings.importReference}
        onChange={(importReference) => change({ importReference })}
      />
    </div>
  );
}
