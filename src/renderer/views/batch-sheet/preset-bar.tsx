import { Bookmark, ListRestart, Pencil, Save, Trash2, TriangleAlert } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Menu, type MenuGroup } from '../../components/menu.tsx';
import { Truncated } from '../../components/truncated.tsx';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import styles from './preset-bar.module.css';
import type { Presets } from './use-presets.ts';

/** The first line of the sheet: settings under a name, and what became of the ones that were chosen. */
export function PresetBar({ presets }: { readonly presets: Presets }) {
  const text = useText().saved;
  const { all, inUse, isChanged, fallback, canSave, ask } = presets;
  const name = inUse === null ? '' : displayKey(inUse.name);
  const groups: readonly MenuGroup[] = [
    {
      id: 'choose',
      title: text.choosePreset,
      commands: all.map((preset) => ({
        id: preset.id,
        label: displayKey(preset.name),
        isChecked: preset.id === inUse?.id,
        onAction: () => presets.choose(preset),
      })),
    },
    {
      id: 'save',
      commands: [
        {
          id: 'save',
          icon: Save,
          label: text.savePreset,
          isDisabled: !canSave,
          onAction: () => ask('save'),
        },
      ],
    },
    {
      id: 'in-use',
      commands:
        inUse === null
          ? []
          : [
              {
                id: 'update',
                icon: ListRestart,
                label: text.updatePreset(name),
                isDisabled: !canSave || !isChanged,
                onAction: presets.update,
              },
              { id: 'rename', icon: Pencil, label: text.renamePreset(name), onAction: () => ask('rename') },
              {
                id: 'remove',
                icon: Trash2,
                label: text.removePresetOf(name),
                isDanger: true,
                onAction: () => ask('remove'),
              },
            ],
    },
  ];
  return (
    <div className={styles['bar']}>
      <Menu label={text.presets} groups={groups}>
        <Button icon={Bookmark}>{text.presets}</Button>
      </Menu>
      <span className={styles['in-use']}>
        <Truncated
          text={
            inUse === null ? text.noPreset : isChanged ? text.presetChanged(name) : text.presetInUse(name)
          }
        />
      </span>
      {fallback !== null && (
        <p role="alert" className={styles['fallback']}>
          <TriangleAlert size={14} aria-hidden className={styles['mark']} />
          {fallback}
        </p>
      )}
    </div>
  );
}
