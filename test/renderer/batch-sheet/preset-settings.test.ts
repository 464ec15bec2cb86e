import { describe, expect, it } from 'vitest';
import { isSameAs, presetOf, settingsOf } from '../../../src/renderer/views/batch-sheet/preset-settings.ts';
import type { BatchSettings } from '../../../src/shared/imports.ts';
import type { Preset } from '../../../src/shared/saved.ts';
import { savedSchema } from '../../../src/shared/saved.ts';
import type { Team } from '../../../src/shared/session.ts';

const team: Team = { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000a', name: 'Post', apiEnabled: true };
const other: Team = { teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000b', name: 'Archive', apiEnabled: true };
const settings: BatchSettings = {
  teamId: team.teamId,
  projectId: '9a7e4c10-2222-4c3d-8e6f-000000000001',
  projectName: 'Season 1',
  fullIngestion: false,
  nameTemplate: '{folder} {basename}',
  descriptionTemplate: 'Delivered {date}',
  importReference: true,
};
const elsewhere: BatchSettings = {
  ...settings,
  teamId: other.teamId,
  projectId: '9a7e4c10-2222-4c3d-8e6f-000000000002',
  projectName: 'Scans',
  fullIngestion: true,
  nameTemplate: '{basename}',
};
const saved = (of: Team | null): Preset => ({ ...presetOf('Masters', settings, of), id: 'p-1' });
const applied = (preset: Preset, to: BatchSettings, teams: readonly Team[] | null): BatchSettings => ({
  ...to,
  ...settingsOf(preset, teams).change,
});

describe('a preset', () => {
  it('can be kept, and gives a sheet all of its settings back', () => {
    expect(savedSchema.safeParse(saved(team)).success).toBe(true);
    expect(applied(saved(team), elsewhere, [team, other])).toEqual(settings);
    expect(applied(saved(team), elsewhere, null)).toEqual(settings);
  });

  it('without a target leaves team and project as they are', () => {
    const { teamId, projectId, projectName } = elsewhere;
    expect(applied(saved(null), elsewhere, [team, other])).toEqual({
      ...settings,
      teamId,
      projectId,
      projectName,
    });
  });

  it('whose team is gone says so, and takes the sheet’s team with its default project', () => {
    expect(settingsOf(saved(team), [other]).missingTeam).toBe('Post');
    expect(applied(saved(team), elsewhere, [other])).toEqual({
      ...settings,
      teamId: other.teamId,
      projectId: null,
      projectName: null,
    });
  });

  it('is in use while the sheet has its settings, whatever a policy makes of the import reference', () => {
    expect(isSameAs(saved(team), settings, false)).toBe(true);
    expect(isSameAs(saved(team), { ...settings, projectId: null }, false)).toBe(false);
    expect(isSameAs(saved(null), { ...settings, projectId: null }, false)).toBe(true);
    for (const part of [{ fullIngestion: true }, { nameTemplate: '{n}' }, { descriptionTemplate: '' }])
      expect(isSameAs(saved(team), { ...settings, ...part }, false)).toBe(false);
    expect(isSameAs(saved(team), { ...settings, importReference: false }, false)).toBe(false);
    expect(isSameAs(saved(team), { ...settings, importReference: false }, true)).toBe(true);
  });
});
