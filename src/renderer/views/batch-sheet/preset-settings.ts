import type { BatchSettings } from '../../../shared/imports.ts';
import type { NewSaved, Preset } from '../../../shared/saved.ts';
import type { Team } from '../../../shared/session.ts';

type NewPreset = Extract<NewSaved, { readonly kind: 'preset' }>;

/** The settings of a sheet as a preset; `team` is left out where team and project are not to be kept. */
export function presetOf(name: string, settings: BatchSettings, team: Team | null): NewPreset {
  const { teamId, projectId, projectName, ...rest } = settings;
  const target = team === null ? null : { teamId, teamName: team.name, projectId, projectName };
  return { kind: 'preset', name, target, ...rest };
}

/** What a preset changes of a sheet's settings, and the team that it asks for in vain. */
export function settingsOf(
  { kind: _kind, id: _id, name: _name, target, ...rest }: Preset,
  teams: readonly Team[] | null,
): { readonly change: Partial<BatchSettings>; readonly missingTeam: string | null } {
  if (target === null) return { change: rest, missingTeam: null };
  const { teamName, ...place } = target;
  // Teams that are not known yet cannot be missed: Pixop refuses the batch if this one is gone.
  const isThere = teams === null || teams.some(({ teamId }) => teamId === place.teamId);
  return isThere
    ? { change: { ...rest, ...place }, missingTeam: null }
    : { change: { ...rest, projectId: null, projectName: null }, missingTeam: teamName };
}

/** Whether a sheet has exactly the settings of a preset, as far as they are the operator's to choose. */
export function isSameAs(preset: Preset, settings: BatchSettings, isReferenceManaged: boolean): boolean {
  const { target } = preset;
  return (
    preset.fullIngestion === settings.fullIngestion &&
    preset.nameTemplate === settings.nameTemplate &&
    preset.descriptionTemplate === settings.descriptionTemplate &&
    (isReferenceManaged || preset.importReference === settings.importReference) &&
    (target === null || (target.teamId === settings.teamId && target.projectId === settings.projectId))
  );
}
