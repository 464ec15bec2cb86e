import type { HistoryAccount } from '../../../shared/history.ts';
import type { ConnectionId } from '../../../shared/session.ts';
import { displayKey } from '../../text/display-key.ts';
import type { Text } from '../../text/text.ts';

/** What an account is called beside others. */
export interface AccountLabel {
  readonly name: string;
  /** What tells it from another account of the same address; null where nothing has to. */
  readonly detail: string | null;
}

/** What each account is called: its address, and its environment where there is more than one. */
export function accountLabels(
  accounts: readonly HistoryAccount[],
  { history, settings }: Pick<Text, 'history' | 'settings'>,
): ReadonlyMap<ConnectionId, AccountLabel> {
  const environments = new Set(accounts.map(({ environment }) => environment.environmentId));
  return new Map(
    accounts.map(({ connectionId, account, environment, isRemoved }) => {
      const name = account === null ? settings.noAccountYet : displayKey(account.email);
      const details = [
        ...(environments.size > 1 ? [environment.label] : []),
        ...(isRemoved ? [history.removedAccount] : []),
      ];
      return [connectionId, { name, detail: details.length === 0 ? null : details.join(' · ') }];
    }),
  );
}

/** The same in one line. */
export const inOneLine = (label: AccountLabel | undefined): string =>
  label === undefined ? '' : [label.name, label.detail].filter((part) => part !== null).join(' · ');
