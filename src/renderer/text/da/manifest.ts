import type { ManifestProblemReason } from '../../../shared/manifests.ts';
import type { Text } from '../text.ts';

const some = (count: string, singular: string, plural: string): string =>
  count === '1' ? `1 ${singular}` : `${count} ${plural}`;

const reasons: Readonly<Record<ManifestProblemReason, string>> = {
  'no-key': 'Ingen objektnøgle',
  'key-too-long': 'Længere end en objektnøgle kan være',
  'not-text': 'Indeholder tegn, der ikke er tekst',
  'not-an-object': 'Hverken et JSON-objekt eller en objektnøgle',
  'unclosed-quote': 'Anførselstegn, der ikke lukkes',
  'invalid-json': 'Ikke gyldig JSON',
  'too-many-lines': 'Efter de første 100.000 linjer, og flere læses ikke',
};

/** Words of lists of objects, from the file to the batch. */
export const manifest: Text['manifest'] = {
  open: 'Åbn en liste over filer…',
  paste: 'Indsæt en liste over filer',
  title: 'Importér fra en liste',
  titleOf: (name) => `Importér fra ${name}`,
  pasted: 'udklipsholderen',
  drop: 'Slip for at læse listen',
  dropNote: 'CSV, TXT eller JSON med objektnøgler eller s3://-adresser',
  refusedTitle: 'Her kan kun slippes en liste',
  refused:
    'Slip én CSV-, TXT- eller JSON-fil med objektnøgler eller s3://-adresser. Selve videoerne kommer fra bucketen.',
  oneAtATime: 'Slip én liste ad gangen.',
  busyTitle: 'Et parti er ved at blive gjort klar',
  busy: 'Start eller luk det først, og åbn så den næste liste.',
  notAList: 'Den indsatte tekst er ikke en liste',
  notAListNote: 'Indsæt s3://-adresser eller linjerne fra en CSV-fil.',
  reading: (name) => `Læser ${name}…`,
  source: 'Kilde',
  chooseSource: 'Vælg en kilde',
  lines: (count) => some(count, 'linje', 'linjer'),
  noBucketNamed: 'Listen nævner ingen bucket. Vælg den kilde, hvor filerne ligger.',
  unknownBucket: (bucket) =>
    `Listen nævner bucketen ${bucket}, som ingen af dine kilder bruger. Linjer fra andre buckets udelades.`,
  severalSources: 'Flere kilder passer. Vælg den, der skal søges i.',
  severalProjects: (count) =>
    `Listen nævner ${count} projekter, men et parti lægges i ét: vælg det i næste trin, eller lav en liste for hvert.`,
  noSource: 'Ingen kilde kan vises endnu. Giv en kilde adgangsoplysninger, og åbn så listen igen.',
  look: 'Find filerne',
  lookAgain: 'Søg igen',
  looking: (bucket) => `Finder filerne i ${bucket}…`,
  settled: (settled, total) => `${settled} af ${total} nøgler slået op`,
  stop: 'Stop',
  stoppedTitle: 'Stoppet',
  stopped: 'Søgningen blev stoppet, før alle linjer var slået op. Intet er importeret.',
  emptyTitle: 'Listen nævner ingen filer',
  empty:
    'Hver linje skal indeholde en objektnøgle eller en s3://-adresse; en tabel skal have en kolonne, der hedder object_key, key eller s3_uri.',
  nothingFoundTitle: 'Ingen af filerne blev fundet',
  nothingFound: (bucket) => `Tjek, at nøglerne er hele, med mapper, og at filerne ligger i ${bucket}.`,
  summary: (found, size) => `${found} fundet · ${size}`,
  respelled: (count) => `${some(count, 'nøgle er', 'nøgler er')} skrevet anderledes i bucketen end i listen.`,
  listsLabel: 'Linjer efter resultat',
  lists: {
    matched: 'Fundet',
    missing: 'Mangler',
    duplicate: 'To gange',
    'other-bucket': 'Anden bucket',
    unreadable: 'Ulæselige',
  },
  notes: {
    matched: 'Disse linjer kan importeres.',
    missing: 'Intet objekt med denne nøgle i bucketen.',
    duplicate: 'En tidligere linje nævner samme fil; den importeres én gang.',
    'other-bucket': 'Disse linjer nævner en anden bucket end kildens. Åbn listen igen for den.',
    unreadable: 'Disse linjer kunne ikke forstås.',
  },
  noLines: 'Ingen linjer.',
  line: 'Linje',
  object: 'Objektnøgle',
  remark: 'Note',
  reason: (reason) => reasons[reason],
  firstIn: (line) => `Først på linje ${line}`,
  foundAs: (key) => `Fundet som ${key}`,
  copyLines: (count) => `Kopiér ${some(count, 'linje', 'linjer')}`,
  copiedLines: (count) => `${some(count, 'linje', 'linjer')} kopieret`,
  go: (count) => `Fortsæt med ${some(count, 'fil', 'filer')}`,
  leftOut: (count) => `${some(count, 'linje', 'linjer')} udeladt`,
};
