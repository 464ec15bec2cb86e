import type { ImportBadge, NotPickableReason } from '../../../shared/browse.ts';

const notPickable: Readonly<Record<NotPickableReason, string>> = {
  archived: 'Archived: restore it in S3 first',
  restoring: 'Being restored from the archive',
  'zero-bytes': 'Empty: 0 bytes',
  'folder-marker': 'Folder marker',
  'key-too-long': 'Its key is longer than Pixop accepts',
  'over-500-gb': 'Larger than 500 GB, Pixop’s limit',
};

/** The same in one or two words, where the row has no room for more. */
const notPickableShort: Readonly<Record<NotPickableReason, string>> = {
  archived: 'Archived',
  restoring: 'Restoring',
  'zero-bytes': 'Empty',
  'folder-marker': 'Folder marker',
  'key-too-long': 'Key too long',
  'over-500-gb': 'Over 500 GB',
};

/** What is said instead of a selection where nothing can be selected, by what all files have in common. */
const nonePickable: Readonly<Record<NotPickableReason | 'several', (all: string) => string>> = {
  archived: (all) =>
    all === '1'
      ? 'The file is archived; restore it in S3 first'
      : `All ${all} are archived; restore them in S3 first`,
  restoring: (all) =>
    all === '1'
      ? 'The file is being restored from the archive'
      : `All ${all} are being restored from the archive`,
  'zero-bytes': (all) => (all === '1' ? 'The file is empty' : `All ${all} are empty`),
  'folder-marker': (all) => (all === '1' ? 'The file is a folder marker' : `All ${all} are folder markers`),
  'key-too-long': (all) =>
    all === '1'
      ? 'The file’s key is longer than Pixop accepts'
      : `The keys of all ${all} are longer than Pixop accepts`,
  'over-500-gb': (all) =>
    all === '1'
      ? 'The file is larger than 500 GB, Pixop’s limit'
      : `All ${all} are larger than 500 GB, Pixop’s limit`,
  several: (all) => `None of the ${all} files can be imported`,
};

const badges: Readonly<Record<ImportBadge, string>> = {
  none: 'Not imported',
  queued: 'Queued',
  copying: 'Importing',
  imported: 'Imported',
  changed: 'Changed since',
  failed: 'Failed',
  decision: 'Needs decision',
};

/** Words of the browser: its bars, its table and its states. */
export const browser = {
  notPickable,
  notPickableShort,
  nonePickable,
  badges,
  back: 'Back' as string,
  forward: 'Forward' as string,
  up: 'Enclosing folder' as string,
  refresh: 'Refresh' as string,
  stop: 'Stop listing' as string,
  path: 'Folder' as string,
  hiddenFolders: 'Hidden folders' as string,
  editAddress: 'Enter an address' as string,
  address: 'Address' as string,
  addressHint: 's3://bucket/folder/ or folder/' as string,
  wrongBucket: (bucket: string): string => `None of this team’s sources uses the bucket “${bucket}”.`,
  badAddress: 'Enter s3://bucket/folder/, an ARN, a file’s https address or a folder path.' as string,
  nowhereTitle: 'Nothing at this address' as string,
  triedFolder: (folder: string): string =>
    folder === '' ? 'The bucket is empty.' : `There is no folder “${folder}”.`,
  triedObject: (name: string, folder: string): string =>
    folder === ''
      ? `There is no “${name}” in the bucket.`
      : `There is no “${name}” in the folder “${folder}”.`,
  filter: 'Filter by name' as string,
  /** Stands in the field, which is narrow in a small window. */
  filterHint: 'Filter' as string,
  modes: { substring: 'Text', glob: 'Pattern *', regex: 'Regex' },
  modeLabel: 'Filter type' as string,
  filterTooSlow: 'This expression takes too long to match. Try a simpler one.' as string,
  filterInvalid: { glob: 'This is not a valid pattern.', regex: 'This is not a valid regular expression.' },
  videosOnly: 'Videos only' as string,
  scopeLabel: 'Scope' as string,
  scopes: { folder: 'This folder', below: 'Everything below' },
  moreFilters: 'More filters' as string,
  minSize: 'Size at least' as string,
  maxSize: 'Size at most' as string,
  noSize: 'Type a size, such as 1.5 GB' as string,
  age: 'Modified' as string,
  ages: {
    any: 'Any time',
    day: 'In the last 24 hours',
    week: 'In the last 7 days',
    month: 'In the last 30 days',
    year: 'In the last year',
    older: 'More than a year ago',
  },
  storageClasses: 'Storage class' as string,
  importState: 'Import state' as string,
  chips: {
    atLeast: (size: string): string => `At least ${size}`,
    atMost: (size: string): string => `At most ${size}`,
  },
  removeFilter: (name: string): string => `Remove filter: ${name}`,
  activeFilters: 'Active filters' as string,
  clearFilters: 'Clear filters' as string,
  columns: {
    name: 'Name',
    size: 'Size',
    modified: 'Modified',
    storageClass: 'Storage class',
    state: 'Import',
  },
  tableLabel: (place: string): string => `Files in ${place}`,
  folder: 'Folder' as string,
  importedOf: (done: string, total: string): string => `${done} of ${total} imported`,
  importedAtLeast: (done: string): string => `${done}+ imported`,
  importedOfFirst: (done: string, total: string): string =>
    `Too large to count fully: ${done} of the first ${total} files imported`,
  tooLarge: 'Too large to count' as string,
  listing: (count: string): string => `Listing… ${count} so far`,
  listed: (count: string, size: string): string => `${count} listed · ${size}`,
  listedOnly: (count: string): string => `${count} listed`,
  partial: (count: string): string => `Partial: ${count} listed, then stopped`,
  continueListing: 'List all' as string,
  matching: (matching: string, listed: string): string => `${matching} of ${listed} shown`,
  selected: (selected: string, all: string, size: string): string =>
    `${selected} of ${all} selected · ${size}`,
  selectedSoFar: (selected: string, size: string): string => `${selected} selected so far · ${size}`,
  nothingSelected: (all: string): string =>
    all === '1' ? '1 file · not selected' : `${all} files · none selected`,
  foldersOnly: (count: string): string => (count === '1' ? '1 folder' : `${count} folders`),
  hidden: (count: string): string => `${count} hidden by the filter`,
  awaited: (count: string): string => `${count} more not listed yet`,
  unpickable: (count: string): string => `${count} cannot be imported`,
  selectAll: (count: string, isFiltered: boolean): string =>
    count === '1' ? 'Select the file' : isFiltered ? `Select all ${count} matching` : `Select all ${count}`,
  clearSelection: 'Clear' as string,
  importSelection: (count: string): string => `Import ${count}…`,
  importNone: 'Import…' as string,
  dragged: (count: string, size: string): string =>
    count === '1' ? `1 file · ${size}` : `${count} files · ${size}`,
  announceSelected: (count: string, size: string): string => `${count} selected, ${size}`,
  announceNoneSelected: 'Nothing selected' as string,
  announceSorted: (column: string, descending: boolean): string =>
    `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}`,
  announceListed: (count: string): string => `${count} listed`,
  firstSourceTitle: 'Add your first source' as string,
  firstSource: 'Tell Pixop which bucket your videos are in.' as string,
  noSourceTitle: 'Choose a source' as string,
  noSource:
    'An input location tells Pixop which bucket to copy from. Add one, or choose one on the left.' as string,
  unknownSourcesTitle: 'Sources could not be loaded' as string,
  unknownSources: 'The list on the left shows why, and tries again.' as string,
  addSource: 'Add input location' as string,
  needsCredentialsTitle: 'This bucket cannot be shown yet' as string,
  needsCredentials: (bucket: string): string =>
    `To list ${bucket}, this app needs read access of its own. Credentials stay on this computer.`,
  enterCredentials: 'Enter credentials' as string,
  emptyTitle: 'Nothing here' as string,
  emptyBucket: 'The bucket is empty.' as string,
  emptyFolder: 'This folder is empty or does not exist.' as string,
  noMatchTitle: 'Nothing matches' as string,
  noMatch: (listed: string): string =>
    listed === '1'
      ? 'The filters hide the only item here.'
      : `The filters hide all ${listed} files and folders here.`,
  noMatchVideos: (listed: string): string =>
    listed === '1'
      ? 'The only file here has no video extension.'
      : `None of the ${listed} files here has a video extension.`,
  noMatchYet: 'Nothing matches so far; listing continues.' as string,
  showEverything: 'Show everything' as string,
  brokenOff: (count: string): string => `The listing stopped after ${count}. You can import what is listed.`,
  opening: 'Opening…' as string,
  menu: {
    label: 'Actions for this row',
    open: 'Open folder',
    below: 'List everything below',
    copyKey: 'Copy object key',
    copyAddress: 'Copy s3:// address',
  },
  commands: {
    selectAll: 'Select all matching',
    invert: 'Invert selection',
    clear: 'Clear selection',
    import: 'Import selection…',
    filter: 'Filter by name',
    address: 'Go to an address',
    open: 'Open folder or import selection',
    toggle: 'Select or deselect the row',
    extend: 'Extend the selection',
    typeAhead: 'Jump to a name',
  },
  typeAheadKeys: 'A–Z' as string,
};
