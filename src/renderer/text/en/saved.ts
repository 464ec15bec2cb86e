import type { Saved } from '../../../shared/saved.ts';

const kinds: Readonly<Record<Saved['kind'], string>> = {
  bookmark: 'Bookmark',
  selection: 'Smart selection',
  preset: 'Preset',
};

/** What an operator keeps: bookmarks, smart selections, presets of the batch sheet. */
export const saved = {
  kinds,
  title: 'Saved' as string,
  list: 'Saved places and selections' as string,
  empty:
    'Star a folder to come back to it, or save a view to select everything that matches it again.' as string,
  gone: 'Its input location is gone' as string,
  where: (location: string, folder: string): string => `${location} · ${folder}`,
  actionsFor: (name: string): string => `Actions for ${name}`,
  open: 'Open' as string,
  openSelection: 'Open and select what matches' as string,
  rename: 'Rename…' as string,
  update: 'Update to the current view' as string,
  updated: (name: string): string => `“${name}” is now the current view`,
  renameKey: 'Rename saved item' as string,
  removeKey: 'Remove saved item' as string,
  remove: 'Remove…' as string,
  removeBookmark: 'Remove bookmark' as string,
  goTo: (name: string): string => `Go to “${name}”`,
  select: (name: string): string => `Select “${name}”`,

  addBookmark: 'Bookmark this folder' as string,

  saveView: 'Save this view…' as string,
  saveViewTitle: 'Save a smart selection' as string,
  saveViewIntro:
    'Opening it goes to this place and selects everything that matches then, once the listing is complete.' as string,
  place: 'Place' as string,
  listed: 'Listed' as string,
  filter: 'Filter' as string,
  order: 'Order' as string,
  nothingHidden: 'Nothing is hidden' as string,
  textIs: {
    substring: (words: string): string => `Name contains “${words}”`,
    glob: (words: string): string => `Name fits ${words}`,
    regex: (words: string): string => `Name matches ${words}`,
  },
  sortedBy: (column: string, isDescending: boolean): string =>
    isDescending ? `${column}, greatest first` : `${column}, smallest first`,
  sortedByName: (isDescending: boolean): string => (isDescending ? 'Name, Z to A' : 'Name, A to Z'),
  ageIsCounted: 'The time is counted from the moment at which it is opened.' as string,

  name: 'Name' as string,
  nameTaken: 'There is one with this name already.' as string,
  save: 'Save' as string,
  renameTitle: (name: string): string => `Rename “${name}”`,
  renameNow: 'Rename' as string,
  removeTitle: (name: string): string => `Remove “${name}”?`,
  removeSelection: 'Only the saved view is removed; files and imports stay as they are.' as string,
  removePreset: 'Only the preset is removed; the settings of this sheet stay as they are.' as string,
  removeNow: 'Remove' as string,

  presets: 'Presets' as string,
  choosePreset: 'Use a preset' as string,
  noPreset: 'No preset is in use' as string,
  presetInUse: (name: string): string => `“${name}” is in use`,
  presetChanged: (name: string): string => `“${name}”, changed here`,
  savePreset: 'Save as preset…' as string,
  savePresetTitle: 'Save as preset' as string,
  savePresetIntro: 'Keeps templates, full ingestion and the import reference under a name.' as string,
  withTarget: 'Team and project too' as string,
  targetOf: (team: string, project: string): string => `${team} · ${project}`,
  updatePreset: (name: string): string => `Update “${name}”`,
  renamePreset: (name: string): string => `Rename “${name}”…`,
  removePresetOf: (name: string): string => `Remove “${name}”…`,
  teamGone: (team: string): string =>
    `The preset’s team “${team}” is not among yours. The team chosen here is used, with its default project.`,
  projectGone: (project: string): string =>
    `The project “${project}” does not exist any more. The team’s default project is used.`,
};
