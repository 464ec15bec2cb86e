import type { HistoryKind } from '../../../shared/history.ts';

const some = (count: string, singular: string, plural: string): string =>
  count === '1' ? `1 ${singular}` : `${count} ${plural}`;

/** Words of the history: every batch and import that was ever queued here. */
export const history = {
  open: 'History' as string,
  titleOf: (environment: string): string => `History · ${environment}`,
  search: 'Search name, object key, bucket or video id' as string,
  kindLabel: 'Show' as string,
  kinds: {
    all: 'All',
    done: 'Done',
    failed: 'Failed',
    open: 'In progress',
    'given-up': 'Given up',
  } as Readonly<Record<HistoryKind, string>>,
  accountLabel: 'Account' as string,
  allAccounts: 'All accounts' as string,
  removedAccount: 'removed' as string,
  unread: (account: string): string => `The imports of ${account} could not be read`,
  batches: 'Batches' as string,
  allBatches: 'All batches' as string,
  batchOf: (when: string): string => `Batch from ${when}`,
  batchFacts: (total: string, done: string, failed: string): string =>
    failed === '0' ? `${done} of ${total} done` : `${done} of ${total} done · ${failed} failed`,
  defaultProject: 'Default project' as string,
  imports: 'Imports' as string,
  found: (count: string): string => some(count, 'import', 'imports'),
  columns: {
    video: 'Video',
    account: 'Account',
    state: 'State',
    queued: 'Queued',
    size: 'Size',
    link: 'Link',
  } as Readonly<Record<'video' | 'account' | 'state' | 'queued' | 'size' | 'link', string>>,
  openInPixop: (name: string): string => `Open ${name} in Pixop`,
  emptyTitle: 'Nothing imported yet' as string,
  empty:
    'Every video queued on this computer is kept here, even after it is removed from the queue.' as string,
  noMatchTitle: 'Nothing found' as string,
  noMatch: 'No import matches this search.' as string,
  showAll: 'Show all' as string,
  export: 'Export' as string,
  exportCsv: 'Export list (CSV)…' as string,
  exportJson: 'Export list (JSON)…' as string,
  forget: 'Forget old imports…' as string,
  forgetTitle: 'Forget old imports' as string,
  forgetAge: 'Last changed' as string,
  ages: {
    year: 'More than a year ago',
    quarter: 'More than 90 days ago',
    month: 'More than 30 days ago',
    any: 'Any time',
  } as Readonly<Record<'year' | 'quarter' | 'month' | 'any', string>>,
  forgetOfAll: 'For all accounts in this history.' as string,
  forgetOf: (account: string): string => `Only for ${account}.`,
  forgetExplanation:
    'Only finished imports that were removed from the queue are forgotten. Nothing is deleted in Pixop or in S3.' as string,
  forgetWarning:
    'The app will no longer know that these files were imported, and will not warn you if you import them again. Export the list first if you may need it.' as string,
  forgetCount: (count: string): string =>
    some(count, 'import will be forgotten.', 'imports will be forgotten.'),
  forgetNone: 'There is nothing to forget.' as string,
  forgetConfirm: (count: string): string => `Forget ${some(count, 'import', 'imports')}`,
  forgotten: (count: string): string => `${some(count, 'import', 'imports')} forgotten`,
};
