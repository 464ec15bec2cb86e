import type { PreflightFinding, PreflightId } from '../../../shared/imports.ts';

const some = (count: string, singular: string, plural: string): string =>
  count === '1' ? `1 ${singular}` : `${count} ${plural}`;

const findings: Readonly<Record<PreflightId, (count: string) => string>> = {
  'over-500-gb': (count) => `${some(count, 'file is', 'files are')} larger than 500 GB, Pixop’s limit`,
  'zero-bytes': (count) => `${some(count, 'file is', 'files are')} empty`,
  archived: (count) => `${some(count, 'file is', 'files are')} archived and must be restored first`,
  sidecar: (count) => some(count, 'file doesn’t look like a video', 'files don’t look like videos'),
  'partial-listing': () =>
    'This folder was still being listed: only what had been listed by then is selected.',
  'recently-written': (count) =>
    `${some(count, 'file was', 'files were')} written in the last five minutes and may still change`,
  'name-shortened': (count) => `${some(count, 'name', 'names')} shortened to 255 characters`,
  'description-shortened': (count) => `${some(count, 'description', 'descriptions')} shortened to fit`,
  'file-name-sanitised': (count) =>
    some(
      count,
      'file name contains characters Pixop doesn’t accept; they are replaced',
      'file names contain characters Pixop doesn’t accept; they are replaced',
    ),
  'already-queued': (count) => `${some(count, 'file is', 'files are')} in the queue already`,
  'already-imported': (count) => `${some(count, 'file was', 'files were')} imported from here before`,
  'copy-failed': (count) =>
    `${some(count, 'file has', 'files have')} a failed copy in Pixop: restart or abandon it in the queue instead`,
  'imported-elsewhere': (count) => `${some(count, 'file was', 'files were')} imported by your team before`,
  'duplicate-name': (count) => `${some(count, 'video has', 'videos have')} the same name as another`,
  'duplicate-key': (count) => `${some(count, 'file is', 'files are')} listed more than once`,
  missing: (count) => `${some(count, 'file was', 'files were')} not found in the bucket`,
};

/** Words of the batch sheet. */
export const batch = {
  title: 'Import videos' as string,
  /** `files` of the selected `total` will be imported; the same text when it is all of them. */
  titleOf: (files: string, total: string, size: string, location: string): string =>
    `Import ${files === total ? '' : `${files} of `}${some(total, 'file', 'files')} · ${size} from ${location}`,
  start: (count: string): string => (count === '' ? 'Import' : `Import ${some(count, 'video', 'videos')}`),
  startByKeys: 'Start import (in the import window)' as string,
  queued: (count: string): string => `${some(count, 'video', 'videos')} queued`,
  leftOut: (count: string, size: string): string => `${count} left out (${size})`,
  team: 'Team' as string,
  project: 'Project' as string,
  defaultProject: 'The team’s default project' as string,
  newProject: 'New…' as string,
  projectName: 'Name of the new project' as string,
  create: 'Create' as string,
  name: 'Video name' as string,
  description: 'Description' as string,
  placeholdersFor: (label: string): string => `Placeholders for ${label}`,
  noName: 'A video needs a name; {basename} is the file’s.' as string,
  unknownPlaceholder: (word: string): string => `Unknown placeholder ${word}`,
  tokens: {
    basename: 'File name without its ending',
    ext: 'Ending of the file name',
    folder: 'Folder of the file',
    folder2: 'Folder above that',
    path: 'All folders',
    date: 'Day on which the file was written',
    n: 'Number in this batch',
  } as Readonly<Record<string, string>>,
  fullIngestion: 'Full ingestion' as string,
  fullIngestionOn: 'Pixop also makes thumbnails, a web video and a quality assessment.' as string,
  fullIngestionOff: 'Pixop only reads the metadata; thumbnails and web video can be made later.' as string,
  importReference: 'Import reference in the description' as string,
  importReferenceOn:
    'Each description ends with a short mark, by which an interrupted import is found again instead of being paid twice.' as string,
  importReferenceOff:
    'Without the mark, an import whose answer is lost cannot be found by itself: you will be asked to decide.' as string,
  findings: 'Findings of the check' as string,
  allClear: 'Checked: everything can be imported.' as string,
  finding: (id: PreflightId, count: string): string => findings[id](count),
  effects: {
    blocked: 'left out',
    exclude: 'left out',
    fixed: 'fixed',
    notice: 'for your information',
    kept: 'kept',
  } as Readonly<Record<PreflightFinding['effect'] | 'kept', string>>,
  keep: 'Import anyway' as string,
  preview: 'What will be imported' as string,
  columns: { video: 'Video in Pixop', object: 'File in S3', size: 'Size' } as Readonly<
    Record<'video' | 'object' | 'size', string>
  >,
  asFile: (name: string): string => `as ${name}`,
  out: 'left out' as string,
};
