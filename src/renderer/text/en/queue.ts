const one = (count: string, singular: string, plural: string): string =>
  count === '1' ? singular : `${count} ${plural}`;

/** Words of the queue. */
export const queue = {
  title: 'Queue' as string,
  tabs: {
    all: 'All',
    waiting: 'Waiting',
    running: 'In progress',
    attention: 'Attention',
    done: 'Ended',
  } as Readonly<Record<'all' | 'waiting' | 'running' | 'attention' | 'done', string>>,
  tabsLabel: 'Show imports by state' as string,
  listLabel: 'Imports' as string,
  search: 'Search name or object key' as string,
  sortBy: 'Sort by' as string,
  sorts: {
    queue: 'Queue order',
    name: 'Name',
    size: 'Size',
    state: 'State',
    changed: 'Last changed',
  } as Readonly<Record<'queue' | 'name' | 'size' | 'state' | 'changed', string>>,
  direction: 'Direction' as string,
  ascending: 'Ascending' as string,
  descending: 'Descending' as string,
  sortedBy: (what: string, direction: string): string => `Sort: ${what}, ${direction.toLowerCase()}`,
  groupByBatch: 'Group by batch' as string,
  ungroup: 'Show the queue without batches' as string,
  showBatch: 'Show only this batch' as string,
  showEveryBatch: 'Show every batch' as string,
  collapse: 'Collapse' as string,
  collapseAll: 'Collapse all batches' as string,
  expand: 'Expand' as string,
  expandAll: 'Expand all batches' as string,
  failedInBatch: (count: string): string => `${count} failed`,
  retryInBatch: (count: string): string => `Import again what was not accepted (${count})`,
  restartInBatch: (count: string): string => `Restart failed copies (${count})`,
  removeInBatch: (count: string): string => `Remove finished (${count})`,
  movedFirst: (count: string): string => one(count, '1 import is sent first', 'imports are sent first'),
  movedLast: (count: string): string => one(count, '1 import is sent last', 'imports are sent last'),
  states: {
    planned: 'Waiting',
    sending: 'Sending to Pixop',
    rejected: 'Not accepted',
    unknown: 'Checking with Pixop',
    'needs-decision': 'Needs your decision',
    skipped: 'Skipped',
    accepted: 'Importing',
    copying: 'Importing',
    ingesting: 'Importing',
    done: 'Done',
    failed: 'Failed',
    restarting: 'Restarting',
    abandoning: 'Abandoning',
    abandoned: 'Abandoned',
  } as Readonly<Record<string, string>>,
  copied: 'Copied' as string,
  ingested: 'Ingested' as string,
  percentOf: (what: string, percent: string): string => `${what} ${percent}`,
  dropHere: 'Drop to import' as string,
  emptyTitle: 'Drop videos here' as string,
  emptyDescription: 'Pick files in the browser, then drag them here, press Enter, or use Import.' as string,
  noneTitle: 'Nothing here' as string,
  noneDescription: 'No import matches this tab, batch and search.' as string,
  showAll: 'Show all' as string,
  overview: (done: string, total: string): string => `${done} of ${total} done`,
  nothingWanted: 'Nothing left to import' as string,
  overviewLabel: 'Videos copied' as string,
  bytesOf: (copied: string, total: string): string => `${copied} of ${total} copied`,
  beingIngested: (count: string): string => `${count} being ingested`,
  skippedOf: (count: string): string => `${count} skipped`,
  abandonedOf: (count: string): string => `${count} abandoned`,
  timeLeft: (duration: string): string => `about ${duration} left`,
  longTimeLeft: 'more than a month left' as string,
  safe: 'Every import has reached Pixop. You may close this window.' as string,
  unsafe: (count: string): string =>
    one(
      count,
      '1 import is not sent yet. It is kept when you quit, and sent when you reopen the app.',
      'imports are not sent yet. They are kept when you quit, and sent when you reopen the app.',
    ),
  unsettled: (count: string): string =>
    one(
      count,
      '1 import is being settled with Pixop. It is kept when you quit, and taken up when you reopen the app.',
      'imports are being settled with Pixop. They are kept when you quit, and taken up when you reopen the app.',
    ),
  undecided: (count: string): string =>
    one(count, '1 import needs your decision.', 'imports need your decision.'),
  refused: (count: string): string =>
    one(count, '1 import was not accepted by Pixop.', 'imports were not accepted by Pixop.'),
  nothingLost: 'Nothing is lost if you close this window.' as string,
  offline: 'Pixop cannot be reached. Nothing is lost; sending resumes automatically.' as string,
  limitWait: (duration: string): string => `Waiting for Pixop’s limit; sending resumes in ${duration}`,
  rate: (remaining: string, limit: string): string => `${remaining} of ${limit} requests left this minute`,
  rateLabel: 'Pixop’s rate limit' as string,
  pause: 'Pause' as string,
  pauseSending: 'Pause sending' as string,
  resumeSending: 'Resume sending' as string,
  resume: 'Resume' as string,
  pausedTitle: 'Sending is paused' as string,
  pauseDetails: (message: string): string => `Details: ${message}`,
  pauseReasons: {
    operator: 'You paused it. Copies that run at Pixop go on.',
    'key-missing': 'There is no API key. Enter one to go on; the queue is kept.',
    'key-rejected':
      'Pixop did not accept the API key. Sending resumes when you enter a valid one; the queue is kept.',
    account: 'Pixop does not let this account import at the moment.',
    balance: 'The account’s balance does not cover these imports.',
    location: 'The input location or its bucket cannot be used.',
    'repeated-failures': 'Several imports failed in the same way. Look at the first one before going on.',
    unconfirmed: 'Several imports could not be confirmed. Check the connection, then press Resume.',
    storage:
      'The queue could not be written to disk. Free some space, then go on; nothing is sent until it can be written.',
    'journal-read-only': 'The queue’s file cannot be written safely. Nothing is sent.',
  } as Readonly<Record<string, string>>,
  actions: {
    restart: 'Restart copy',
    'restart-unchecked': 'Restart without checksum check',
    abandon: 'Abandon…',
    'start-over': 'Abandon and import again…',
    retry: 'Import again',
    decide: 'Decide…',
    'move-top': 'Send first',
    'move-bottom': 'Send last',
    remove: 'Remove from list',
    open: 'Open in Pixop',
    'copy-video-id': 'Copy video id',
    'copy-request-id': 'Copy request id',
    'copy-object-key': 'Copy object key',
  } as Readonly<Record<string, string>>,
  moreActions: (name: string): string => `Actions for ${name}`,
  retryAll: (count: string): string => (count === '1' ? 'Import again' : `Import all ${count} again`),
  restartAll: (count: string): string => (count === '1' ? 'Restart copy' : `Restart all ${count}`),
  restartUnchecked: (count: string): string =>
    count === '1' ? 'Restart without checksum check' : `Restart all ${count} without checksum check`,
  startOverAll: (count: string): string =>
    count === '1' ? 'Abandon and import again…' : `Abandon all ${count} and import again…`,
  abandonAll: (count: string): string => (count === '1' ? 'Abandon…' : `Abandon all ${count}…`),
  removeDone: 'Remove finished' as string,
  clinicTitle: (count: string): string => one(count, '1 import needs attention', 'imports need attention'),
  clinicGroup: (count: string, title: string): string => `${count} × ${title}`,
  askSupport: 'Ask Pixop support…' as string,
  supportCopied: 'Copied for Pixop support' as string,
  supportCopiedHelp: 'Code, request ids and video ids: paste them into your message.' as string,
  decisionTitle: (count: string): string =>
    one(count, '1 import could not be confirmed', 'imports could not be confirmed'),
  decisionExplanation:
    'The answer was lost, and no video on Pixop’s list is certainly this one. Importing again costs a second copy if the first did arrive.' as string,
  decideEach: (count: string): string => (count === '1' ? 'Choose video…' : 'Decide one by one…'),
  /** What is decided of all at once, and the question before it. */
  sweeps: {
    skip: {
      label: (count: string): string => (count === '1' ? 'Skip…' : `Skip all ${count}…`),
      title: (count: string): string => (count === '1' ? 'Skip this import?' : `Skip ${count} imports?`),
      explanation: (size: string): string =>
        `${size} will not be imported. Where the first attempt did reach Pixop, its video stays there.`,
      confirm: (count: string): string => (count === '1' ? 'Skip import' : `Skip ${count} imports`),
    },
    'import-again': {
      label: (count: string): string => (count === '1' ? 'Import again…' : `Import all ${count} again…`),
      title: (count: string): string =>
        count === '1' ? 'Import this video again?' : `Import ${count} videos again?`,
      explanation: (size: string): string =>
        `${size} will be copied. Where the first attempt did reach Pixop, you pay for a second copy.`,
      confirm: (count: string): string => (count === '1' ? 'Import again' : `Import ${count} again`),
    },
  },
  importAgain: 'Import again' as string,
  noneOfThese: 'None of these: import again' as string,
  skip: 'Skip' as string,
  leftToDecide: (count: string): string => `${count} left to decide`,
  chooseThis: 'This is it' as string,
  chooseExplanation: 'Pixop’s answer was lost. Is one of these videos the import?' as string,
  chooseTitle: (name: string): string => `Which video is ${name}?`,
  chooseNone:
    'Pixop lists no video of that time. Importing again costs a second copy if the first did arrive.' as string,
  likely: 'Same file name and size' as string,
  created: (when: string): string => `Created ${when}`,
  abandonTitle: (count: string): string =>
    count === '1' ? 'Abandon this import?' : `Abandon ${count} imports?`,
  abandonExplanation: (count: string): string =>
    count === '1'
      ? 'Pixop deletes the video record and everything it has copied. This cannot be undone. The object in S3 is not touched.'
      : 'Pixop deletes the video records and everything it has copied. This cannot be undone. The objects in S3 are not touched.',
  abandonConfirm: (count: string): string => (count === '1' ? 'Abandon import' : `Abandon ${count} imports`),
  startOverTitle: (count: string): string =>
    count === '1'
      ? 'Abandon this import and start it over?'
      : `Abandon ${count} imports and start them over?`,
  startOverExplanation: (count: string): string =>
    count === '1'
      ? 'As soon as Pixop has deleted it, the object is queued anew. The new copy costs as much as the first.'
      : 'As soon as Pixop has deleted one, its object is queued anew. Each new copy costs as much as the first.',
  startOverConfirm: (count: string): string =>
    count === '1' ? 'Abandon and import again' : `Abandon ${count} and import again`,
  attempt: (count: string): string => `Attempt ${count}`,
  more: 'More for the queue' as string,
  exportCsv: 'Export list (CSV)…' as string,
  exportJson: 'Export list (JSON)…' as string,
  exportFailed: 'Export failed only (CSV)…' as string,
  exported: (count: string): string => one(count, '1 import exported', 'imports exported'),
  exportedTo: (path: string): string => `Saved as ${path}`,
  exportedFailedTo: (path: string): string =>
    `Saved as ${path}. Drop the file on this window to import what is in it anew.`,
};
