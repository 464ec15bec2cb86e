import type { PreflightId } from '../../../shared/imports.ts';
import type { Text } from '../text.ts';

const some = (count: string, singular: string, plural: string): string =>
  count === '1' ? `1 ${singular}` : `${count} ${plural}`;

const findings: Readonly<Record<PreflightId, (count: string) => string>> = {
  'over-500-gb': (count) => `${some(count, 'fil', 'filer')} er større end 500 GB, Pixops grænse`,
  'zero-bytes': (count) => `${some(count, 'fil', 'filer')} er uden indhold`,
  archived: (count) => `${some(count, 'fil', 'filer')} er arkiveret og skal gendannes først`,
  sidecar: (count) => some(count, 'fil ligner ikke en video', 'filer ligner ikke videoer'),
  'partial-listing': () =>
    'Listen over mappen var ikke hentet til ende: kun det, der var hentet indtil da, er valgt.',
  'recently-written': (count) =>
    `${some(count, 'fil', 'filer')} er skrevet inden for fem minutter og kan stadig ændre sig`,
  'name-shortened': (count) => `${some(count, 'navn', 'navne')} forkortet til 255 tegn`,
  'description-shortened': (count) => `${some(count, 'beskrivelse', 'beskrivelser')} forkortet`,
  'file-name-sanitised': (count) =>
    `${some(count, 'filnavn', 'filnavne')} indeholder tegn, som Pixop ikke accepterer; de erstattes`,
  'already-queued': (count) => `${some(count, 'fil', 'filer')} er allerede i køen`,
  'already-imported': (count) => `${some(count, 'fil', 'filer')} er importeret herfra før`,
  'copy-failed': (count) =>
    `${some(count, 'fil har', 'filer har')} en mislykket kopi hos Pixop: genstart eller opgiv den i køen i stedet`,
  'imported-elsewhere': (count) => `${some(count, 'fil', 'filer')} er importeret af dit team før`,
  'duplicate-name': (count) => `${some(count, 'video', 'videoer')} har samme navn som en anden`,
  'duplicate-key': (count) => `${some(count, 'fil', 'filer')} står der mere end én gang`,
  missing: (count) => `${some(count, 'fil', 'filer')} findes ikke i bucketten`,
};

/** See `en/batch.ts`. */
export const batch: Text['batch'] = {
  title: 'Importér videoer',
  titleOf: (files, total, size, location) =>
    `Importér ${files === total ? '' : `${files} af `}${some(total, 'fil', 'filer')} · ${size} fra ${location}`,
  start: (count) => (count === '' ? 'Importér' : `Importér ${some(count, 'video', 'videoer')}`),
  startByKeys: 'Start import (i importvinduet)',
  queued: (count) => `${some(count, 'video', 'videoer')} sat i kø`,
  leftOut: (count, size) => `${count} udeladt (${size})`,
  team: 'Team',
  project: 'Projekt',
  defaultProject: 'Teamets standardprojekt',
  newProject: 'Nyt…',
  projectName: 'Det nye projekts navn',
  create: 'Opret',
  name: 'Videonavn',
  description: 'Beskrivelse',
  placeholdersFor: (label) => `Pladsholdere til ${label}`,
  noName: 'En video skal have et navn; {basename} er filens.',
  unknownPlaceholder: (word) => `Ukendt pladsholder ${word}`,
  tokens: {
    basename: 'Filnavn uden endelse',
    ext: 'Filnavnets endelse',
    folder: 'Filens mappe',
    folder2: 'Mappen over den',
    path: 'Alle mapper',
    date: 'Dagen, hvor filen blev skrevet',
    n: 'Nummer i dette parti',
  },
  fullIngestion: 'Fuld ingestion',
  fullIngestionOn: 'Pixop laver også miniaturer, webvideo og en kvalitetsvurdering.',
  fullIngestionOff: 'Pixop læser kun metadata; miniaturer og webvideo kan laves senere.',
  importReference: 'Importreference i beskrivelsen',
  importReferenceOn:
    'Hver beskrivelse slutter med et kort mærke, som en afbrudt import findes igen på i stedet for at blive betalt to gange.',
  importReferenceOff:
    'Uden mærket kan en import, hvis svar går tabt, ikke findes af sig selv: du bliver bedt om at afgøre det.',
  findings: 'Hvad kontrollen fandt',
  allClear: 'Kontrolleret: alt kan importeres.',
  finding: (id, count) => findings[id](count),
  effects: {
    blocked: 'udeladt',
    exclude: 'udeladt',
    fixed: 'rettet',
    notice: 'til orientering',
    kept: 'beholdt',
  },
  keep: 'Importér alligevel',
  preview: 'Hvad der importeres',
  columns: { video: 'Video i Pixop', object: 'Fil i S3', size: 'Størrelse' },
  asFile: (name) => `som ${name}`,
  out: 'udeladt',
};
