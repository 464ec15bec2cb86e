import type { Text } from '../text.ts';

const some = (count: string, singular: string, plural: string): string =>
  count === '1' ? `1 ${singular}` : `${count} ${plural}`;

/** Words of the history: every batch and import that was ever queued here. */
export const history: Text['history'] = {
  open: 'Historik',
  titleOf: (environment) => `Historik · ${environment}`,
  search: 'Søg i navn, objektnøgle, bucket eller video-id',
  kindLabel: 'Vis',
  kinds: {
    all: 'Alle',
    done: 'Færdige',
    failed: 'Mislykkede',
    open: 'I gang',
    'given-up': 'Opgivet',
  },
  accountLabel: 'Konto',
  allAccounts: 'Alle konti',
  removedAccount: 'fjernet',
  unread: (account) => `Importerne for ${account} kunne ikke læses`,
  batches: 'Partier',
  allBatches: 'Alle partier',
  batchOf: (when) => `Parti fra ${when}`,
  batchFacts: (total, done, failed) =>
    failed === '0' ? `${done} af ${total} færdige` : `${done} af ${total} færdige · ${failed} mislykket`,
  defaultProject: 'Standardprojekt',
  imports: 'Importer',
  found: (count) => some(count, 'import', 'importer'),
  columns: {
    video: 'Video',
    account: 'Konto',
    state: 'Tilstand',
    queued: 'Sat i kø',
    size: 'Størrelse',
    link: 'Link',
  },
  openInPixop: (name) => `Åbn ${name} i Pixop`,
  emptyTitle: 'Intet er importeret endnu',
  empty: 'Hver video, der sættes i kø på denne computer, gemmes her, også når den fjernes fra køen.',
  noMatchTitle: 'Intet fundet',
  noMatch: 'Ingen import passer til søgningen.',
  showAll: 'Vis alle',
  export: 'Eksportér',
  exportCsv: 'Eksportér liste (CSV)…',
  exportJson: 'Eksportér liste (JSON)…',
  forget: 'Glem gamle importer…',
  forgetTitle: 'Glem gamle importer',
  forgetAge: 'Sidst ændret',
  ages: {
    year: 'For over et år siden',
    quarter: 'For over 90 dage siden',
    month: 'For over 30 dage siden',
    any: 'Når som helst',
  },
  forgetOfAll: 'Fra alle konti i denne historik.',
  forgetOf: (account) => `Kun fra ${account}.`,
  forgetExplanation:
    'Kun importer, der er afsluttet og fjernet fra køen, glemmes. Intet slettes i Pixop eller S3.',
  forgetWarning:
    'Appen ved så ikke længere, at disse filer er importeret, og advarer ikke, hvis du importerer dem igen. Eksportér listen først, hvis du kan få brug for den.',
  forgetCount: (count) => some(count, 'import bliver glemt.', 'importer bliver glemt.'),
  forgetNone: 'Der er intet at glemme.',
  forgetConfirm: (count) => `Glem ${some(count, 'import', 'importer')}`,
  forgotten: (count) => `${some(count, 'import', 'importer')} glemt`,
};
