import { useMemo, useState } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Preset } from '../../../shared/saved.ts';
import { presetsOf } from '../../store/saved-slice.ts';
import { isImportReferenceManaged } from '../../store/settings-slice.ts';
import { useApp } from '../../store/store.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { isSameAs, presetOf, settingsOf } from './preset-settings.ts';
import { givesName } from './template-problem.ts';
import type { BatchForm } from './use-batch-form.ts';

/** What a preset is asked about in a dialog. */
export type PresetQuestion = 'save' | 'rename' | 'remove';

/** The presets of the sheet, the one in use, and what can be done with them. */
export interface Presets {
  readonly all: readonly Preset[];
  /** The one that was chosen last, else the one whose settings the sheet has. */
  readonly inUse: Preset | null;
  /** Whether the sheet's settings are others by now. */
  readonly isChanged: boolean;
  /** Why something of the preset, or of the last batch, could not be used. */
  readonly fallback: string | null;
  /** False while the settings are not fit to be kept. */
  readonly canSave: boolean;
  readonly question: PresetQuestion | null;
  readonly ask: (question: PresetQuestion | null) => void;
  readonly choose: (preset: Preset) => void;
  readonly save: (name: string, withTarget: boolean) => Promise<AppError | null>;
  /** Gives the one in use the sheet's settings. */
  readonly update: () => void;
  /** Files the videos in the team's default project, since the chosen one is gone. */
  readonly missProject: () => void;
}

/** See {@link Presets}. */
export function usePresets({ settings, change }: BatchForm): Presets {
  const text = useText().saved;
  const saved = useApp((state) => state.saved);
  const teams = useApp((state) => state.teams);
  const isManaged = useApp(isImportReferenceManaged);
  const changeSaved = useApp((state) => state.changeSaved);
  const report = useReport();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [fallback, setFallback] = useState<string | null>(null);
  const [question, ask] = useState<PresetQuestion | null>(null);
  const all = useMemo(
    () => presetsOf(saved).toSorted((left, right) => left.name.localeCompare(right.name)),
    [saved],
  );
  const isSame = (preset: Preset): boolean => isSameAs(preset, settings, isManaged);
  const inUse = all.find(({ id }) => id === chosenId) ?? all.find(isSame) ?? null;
  const team = teams?.find(({ teamId }) => teamId === settings.teamId) ?? null;
  return {
    all,
    inUse,
    isChanged: inUse !== null && !isSame(inUse),
    fallback,
    canSave: givesName(settings.nameTemplate),
    question,
    ask,
    choose(preset) {
      const { change: chosen, missingTeam } = settingsOf(preset, teams);
      change(isManaged ? { ...chosen, importReference: settings.importReference } : chosen);
      setChosenId(preset.id);
      setFallback(missingTeam === null ? null : text.teamGone(missingTeam));
    },
    async save(name, withTarget) {
      const error = await changeSaved({
        change: 'add',
        item: presetOf(name, settings, withTarget ? team : null),
      });
      // What was saved is what the sheet has, so that it is found to be in use.
      if (error === null) setChosenId(null);
      return error;
    },
    update() {
      if (inUse === null) return;
      const item = presetOf(inUse.name, settings, inUse.target === null ? null : team);
      void changeSaved({ change: 'replace', item: { ...item, id: inUse.id } }).then(report);
    },
    missProject() {
      setFallback(text.projectGone(settings.projectName ?? ''));
      change({ projectId: null, projectName: null });
    },
  };
}
