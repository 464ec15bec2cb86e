import type { ManifestList, ManifestProblemReason } from '../../../shared/manifests.ts';

const some = (count: string, singular: string, plural: string): string =>
  count === '1' ? `1 ${singular}` : `${count} ${plural}`;

const reasons: Readonly<Record<ManifestProblemReason, string>> = {
  'no-key': 'No object key',
  'key-too-long': 'Longer than an object key can be',
  'not-text': 'Contains characters that are not text',
  'not-an-object': 'Neither a JSON object nor an object key',
  'unclosed-quote': 'Unclosed quotation mark',
  'invalid-json': 'Not valid JSON',
  'too-many-lines': 'Beyond the first 100,000 lines; no more are read',
};

/** Words of lists of files, from the file to the batch. */
export const manifest = {
  open: 'Open a list of files…' as string,
  paste: 'Paste a list of files' as string,
  title: 'Import from a list' as string,
  titleOf: (name: string): string => `Import from ${name}`,
  pasted: 'the clipboard' as string,
  drop: 'Drop to read the list' as string,
  dropNote: 'CSV, TXT or JSON with object keys or s3:// addresses' as string,
  refusedTitle: 'Only a list can be dropped here' as string,
  refused:
    'Drop one CSV, TXT or JSON file with object keys or s3:// addresses. The videos themselves come from the bucket.' as string,
  oneAtATime: 'Drop one list at a time.' as string,
  busyTitle: 'A batch is being prepared' as string,
  busy: 'Start or close it first, then open the next list.' as string,
  notAList: 'The pasted text is not a list' as string,
  notAListNote: 'Paste s3:// addresses or the lines of a CSV file.' as string,
  reading: (name: string): string => `Reading ${name}…`,
  source: 'Source' as string,
  chooseSource: 'Choose a source' as string,
  lines: (count: string): string => some(count, 'line', 'lines'),
  noBucketNamed: 'The list names no bucket. Choose the source its files are in.' as string,
  unknownBucket: (bucket: string): string =>
    `The list names the bucket ${bucket}, which none of your sources uses. Lines for other buckets are left out.`,
  severalSources: 'More than one source matches. Choose the one to look in.' as string,
  severalProjects: (count: string): string =>
    `The list names ${count} projects, but a batch goes into one: choose it in the next step, or make a list for each.`,
  noSource: 'No source can be listed yet. Add credentials to a source, then open the list again.' as string,
  look: 'Find the files' as string,
  lookAgain: 'Look again' as string,
  looking: (bucket: string): string => `Finding the files in ${bucket}…`,
  settled: (settled: string, total: string): string => `${settled} of ${total} keys looked up`,
  stop: 'Stop' as string,
  stoppedTitle: 'Stopped' as string,
  stopped: 'The search was stopped before every line was looked up. Nothing was imported.' as string,
  emptyTitle: 'This list names no files' as string,
  empty:
    'Each line should hold an object key or an s3:// address; a table needs a column called object_key, key or s3_uri.' as string,
  nothingFoundTitle: 'None of the files were found' as string,
  nothingFound: (bucket: string): string =>
    `Check that the keys are complete, including folders, and that the files are in ${bucket}.`,
  summary: (found: string, size: string): string => `${found} found · ${size}`,
  respelled: (count: string): string =>
    `${some(count, 'key is', 'keys are')} written differently in the bucket than in the list.`,
  listsLabel: 'Lines by result' as string,
  lists: {
    matched: 'Found',
    missing: 'Missing',
    duplicate: 'Listed twice',
    'other-bucket': 'Other bucket',
    unreadable: 'Unreadable',
  } as Readonly<Record<ManifestList, string>>,
  notes: {
    matched: 'These lines can be imported.',
    missing: 'No object with this key in the bucket.',
    duplicate: 'An earlier line names the same file; it is imported once.',
    'other-bucket': 'These lines name another bucket than this source’s. Open the list again for it.',
    unreadable: 'These lines could not be understood.',
  } as Readonly<Record<ManifestList, string>>,
  noLines: 'No lines.' as string,
  line: 'Line' as string,
  object: 'Object key' as string,
  remark: 'Note' as string,
  reason: (reason: ManifestProblemReason): string => reasons[reason],
  firstIn: (line: string): string => `First on line ${line}`,
  foundAs: (key: string): string => `Found as ${key}`,
  copyLines: (count: string): string => `Copy ${some(count, 'line', 'lines')}`,
  copiedLines: (count: string): string => `${some(count, 'line', 'lines')} copied`,
  go: (count: string): string => `Continue with ${some(count, 'file', 'files')}`,
  leftOut: (count: string): string => `${some(count, 'line', 'lines')} left out`,
};
