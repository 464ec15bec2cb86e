import type { Text } from '../text.ts';

/** The window's own words: header, banners, palette, shortcut sheet. */
export const frame: Text['frame'] = {
  sections: { general: 'Generelt', saved: 'Gemt', browser: 'Filer', selection: 'Markering', queue: 'Kø' },
  paused: {
    'journal-read-only': {
      title: 'Køen er skrivebeskyttet',
      explanation:
        'Dens fil på disken er beskadiget eller skrevet af en nyere version af appen. Intet sendes, så intet importeres to gange.',
    },
    storage: {
      title: 'Køen kan ikke skrives til disken',
      explanation: 'Intet sendes, før den kan skrives. Kontrollér diskens plads og mappens rettigheder.',
    },
  },
  sourcesRegion: 'Kilder',
  browserRegion: 'Filer',
  queueRegion: 'Kø',
  queueWidth: 'Køens bredde',
  environment: (label) => `Miljø: ${label}`,
  accountMenu: 'Konto og team',
  teams: 'Team',
  teamWithoutApi: 'API er ikke slået til',
  noAccount: 'Ikke forbundet',
  accounts: 'Konti',
  manageKey: 'API-nøgle og konti…',
  checkAgain: 'Kontrollér forbindelsen',
  settings: 'Indstillinger',
  palette: 'Kommandoer',
  palettePlaceholder: 'Skriv en kommando',
  paletteEmpty: 'Ingen kommandoer passer.',
  shortcuts: 'Tastaturgenveje',
  focusSources: 'Gå til kilder',
  focusBrowser: 'Gå til filer',
  focusQueue: 'Gå til køen',
  nextRegion: 'Næste område',
  previousRegion: 'Forrige område',
  documentation: 'Pixops dokumentation',
  support: 'Kontakt Pixops support',
  apiKeysPage: 'Åbn API-nøgler i Pixop',
  keyAbsentTitle: 'Ingen API-nøgle',
  keyAbsent: 'Intet sendes, før du indtaster en nøgle til denne konto.',
  keyRejected: 'Køen er bevaret; afsendelsen fortsætter, når du indtaster en gyldig nøgle.',
  keyUnchecked: 'Nøgle og kø er bevaret, og afsendelsen fortsætter automatisk.',
  uncheckedTitle: 'Pixop er ikke nået endnu',
  enterKey: 'Indtast en nøgle',
  memoryTitle: 'Nøgler gemmes kun, mens appen er åben',
  memory: (reason) =>
    `${reason ?? 'Systemet har ingen nøglering.'} Indtast dem igen efter en genstart; din kø er i sikkerhed.`,
  startFailedTitle: 'Appen kunne ikke starte',
  crashedTitle: 'Vinduet er holdt op med at virke',
  crashed: (reason) =>
    `Dine importer fortsætter i baggrunden, og intet går tabt. Genindlæs vinduet for at se dem igen. (${reason})`,
  reload: 'Genindlæs vinduet',
};
