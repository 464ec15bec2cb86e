import type { Text } from '../text.ts';

/** See `en/saved.ts`. */
export const saved: Text['saved'] = {
  kinds: { bookmark: 'Bogmærke', selection: 'Smart udvalg', preset: 'Forudindstilling' },
  title: 'Gemt',
  list: 'Gemte steder og udvalg',
  empty:
    'Giv en mappe en stjerne for at finde tilbage til den, eller gem en visning for at vælge alt, der passer, igen.',
  gone: 'Inputplaceringen findes ikke længere',
  where: (location, folder) => `${location} · ${folder}`,
  actionsFor: (name) => `Handlinger for ${name}`,
  open: 'Åbn',
  openSelection: 'Åbn, og vælg alt, der passer',
  rename: 'Omdøb…',
  update: 'Opdatér til den aktuelle visning',
  updated: (name) => `“${name}” er nu den aktuelle visning`,
  renameKey: 'Omdøb på listen over det gemte',
  removeKey: 'Fjern fra listen over det gemte',
  remove: 'Fjern…',
  removeBookmark: 'Fjern bogmærket',
  goTo: (name) => `Gå til ${name}`,
  select: (name) => `Vælg ${name}`,

  addBookmark: 'Sæt bogmærke ved mappen',

  saveView: 'Gem visningen…',
  saveViewTitle: 'Gem et smart udvalg',
  saveViewIntro:
    'Når det åbnes, går du til dette sted, og alt, der passer til den tid, vælges, når listen er hentet.',
  place: 'Sted',
  listed: 'Vises',
  filter: 'Filter',
  order: 'Rækkefølge',
  nothingHidden: 'Intet er skjult',
  textIs: {
    substring: (words) => `Navnet indeholder “${words}”`,
    glob: (words) => `Navnet følger ${words}`,
    regex: (words) => `Navnet passer til ${words}`,
  },
  sortedBy: (column, isDescending) =>
    isDescending ? `${column}, største først` : `${column}, mindste først`,
  sortedByName: (isDescending) => (isDescending ? 'Navn, Å til A' : 'Navn, A til Å'),
  ageIsCounted: 'Tiden regnes fra det øjeblik, hvor udvalget åbnes.',

  name: 'Navn',
  nameTaken: 'Der er allerede et med dette navn.',
  save: 'Gem',
  renameTitle: (name) => `Omdøb “${name}”`,
  renameNow: 'Omdøb',
  removeTitle: (name) => `Fjern “${name}”?`,
  removeSelection: 'Kun den gemte visning fjernes; filer og importer bliver, som de er.',
  removePreset: 'Kun forudindstillingen fjernes; arkets indstillinger bliver, som de er.',
  removeNow: 'Fjern',

  presets: 'Forudindstillinger',
  choosePreset: 'Brug en forudindstilling',
  noPreset: 'Ingen forudindstilling er i brug',
  presetInUse: (name) => `“${name}” er i brug`,
  presetChanged: (name) => `“${name}”, ændret her`,
  savePreset: 'Gem som forudindstilling…',
  savePresetTitle: 'Gem som forudindstilling',
  savePresetIntro: 'Gemmer skabeloner, fuld ingestion og importreference under et navn.',
  withTarget: 'Også team og projekt',
  targetOf: (team, project) => `${team} · ${project}`,
  updatePreset: (name) => `Opdatér “${name}”`,
  renamePreset: (name) => `Omdøb “${name}”…`,
  removePresetOf: (name) => `Fjern “${name}”…`,
  teamGone: (team) =>
    `Forudindstillingens team “${team}” er ikke blandt dine. Teamet, der er valgt her, bruges med sit standardprojekt.`,
  projectGone: (project) => `Projektet “${project}” findes ikke længere. Teamets standardprojekt bruges.`,
};
