import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { NameDialog } from '../saved/name-dialog.tsx';
import { RemoveSavedDialog, RenameSavedDialog } from '../saved/saved-dialogs.tsx';
import type { BatchForm } from './use-batch-form.ts';
import type { Presets } from './use-presets.ts';

/** What a preset is asked about, over the sheet. */
export function PresetDialogs({ form, presets }: { readonly form: BatchForm; readonly presets: Presets }) {
  const { question, inUse, all, ask } = presets;
  const close = (): void => ask(null);
  if (question === 'save') return <SavePresetDialog form={form} presets={presets} onClose={close} />;
  if (question === null || inUse === null) return null;
  if (question === 'remove') return <RemoveSavedDialog item={inUse} onClose={close} />;
  const taken = all.filter(({ id }) => id !== inUse.id).map(({ name }) => name);
  return <RenameSavedDialog item={inUse} taken={taken} onClose={close} />;
}

function SavePresetDialog({
  form: { settings },
  presets: { all, save },
  onClose,
}: {
  readonly form: BatchForm;
  readonly presets: Presets;
  readonly onClose: () => void;
}) {
  const text = useText();
  const team = useApp((state) => state.teams?.find(({ teamId }) => teamId === settings.teamId) ?? null);
  const [withTarget, setWithTarget] = useState(settings.projectId !== null);
  const project = settings.projectName ?? text.batch.defaultProject;
  return (
    <NameDialog
      title={text.saved.savePresetTitle}
      firstName={settings.projectName ?? ''}
      taken={all.map(({ name }) => name)}
      confirmLabel={text.saved.save}
      onSave={(name) => save(name, withTarget)}
      onClose={onClose}
    >
      <p>{text.saved.savePresetIntro}</p>
      {team !== null && (
        <Checkbox
          label={text.saved.withTarget}
          description={text.saved.targetOf(displayKey(team.name), displayKey(project))}
          isSelected={withTarget}
          onChange={setWithTarget}
        />
      )}
    </NameDialog>
  );
}
