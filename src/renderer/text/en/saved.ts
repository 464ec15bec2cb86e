import type { Saved } from '../../../shared/saved.ts';

const kinds: Readonly<Record<Saved['kind'], string>> = {
  bookmark: 'Favourite',
  selection: 'Saved selection',
  preset: 'Preset',
};

/** What an operator keeps: favourites, saved selections, presets of the batch sheet. */
export const saved = {
  kinds,
  title: 'Saved' as string,
  list: 'Favourites and saved selections' as string,
  empty: 'Add a folder to your favourites to come back to it, or save a selection to use it again.' as string,
  gone: 'Its input location is gone' as string,
  where: (location: string, folder: string): string => `${location} · ${folder}`,
  actionsFor: (name: string): string => `Actions for ${name}`,
  open: 'Open' as string,
  openSelection: 'Open and select what matches' as string,
  rename: 'Rename…' as string,
  update: 'Update to the current view' as string,
  updated: (name: string): string => `“${name}” updated`,
  renameKey: 'Rename saved item' as string,
  removeKey: 'Remove saved item' as string,
  remove: 'Remove…' as string,
  removeBookmark: 'Remove from favourites' as string,
  goTo: (name: string): string => `Go to “${name}”`,
  select: (name: string): string => `Select “${name}”`,

  addBookmark: 'Add to favourites' as string,

  saveView: 'Save selection…' as string,
  saveViewTitle: 'Save selection' as string,
  saveViewIntro:
    'Opening it goes to this place and, once everything is listed, selects whatever matches then.' as string,
  place: 'Place' as string,
  listed: 'Listed' as string,
  filter: 'Filter' as string,
  order: 'Order' as string,
  nothingHidden: 'Nothing is hidden' as string,
  textIs: {
    substring: (words: string): string => `Name contains “${words}”`,
    glob: (words: string): string => `Name matches ${words}`,
    regex: (words: string): string => `Name matches regex ${words}`,
  },
  sortedBy: (column: string, isDescending: boolean): string =>
    isDescending ? `${column}, largest first` : `${column}, smallest first`,
  sortedByName: (isDescending: boolean): string => (isDescending ? 'Name, Z to A' : 'Name, A to Z'),
  ageIsCounted: 'The time is counted from the moment you open it.' as string,

  name: 'Name' as string,
  nameTaken: 'This name is already taken.' as string,
  save: 'Save' as string,
  renameTitle: (name: string): string => `Rename “${name}”`,
  renameNow: 'Rename' as string,
  removeTitle: (name: string): string => `Remove “${name}”?`,
  removeSelection: 'Only the saved selection is removed; files and imports stay as they are.' as string,
  removePreset: 'Only the preset is removed; the settings of this sheet stay as they are.' as string,
  removeNow: 'Remove' as string,

  presets: 'Presets' as string,
  choosePreset: 'Use a preset' as string,
  noPreset: 'No preset in use' as string,
  presetInUse: (name: string): string => `“${name}” is in use`,
  presetChanged: (name: string): string => `“${name}”, changed here`,
  savePreset: 'Save as preset…' as string,
  savePresetTitle: 'Save as preset' as string,
  savePresetIntro: 'Saves templates, full ingestion and the import reference under a name.' as string,
  withTarget: 'Include team and project' as string,
  targetOf: (team: string, project: string): string => `${team} · ${project}`,
  updatePreset: (name: string): string => `Update “${name}”`,
  renamePreset: (name: string): string => `Rename “${name}”…`,
  removePresetOf: (name: string): string => `Remove “${name}”…`,
  teamGone: (team: string): string =>
    `You are not in the preset’s team “${team}”. The team chosen here is used, with its default project.`,
  projectGone: (project: string): string =>
    `The project “${project}” no longer exists. The team’s default project is used.`,
};
