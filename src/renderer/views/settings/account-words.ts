import type { Connection } from '../../../shared/session.ts';
import { displayKey } from '../../text/display-key.ts';
import type { Text } from '../../text/text.ts';

/** A connection as lists name it: whose it is, and below that where. */
export function accountWords(
  { account, environment }: Connection,
  text: Text['settings'],
): { readonly label: string; readonly description: string } {
  if (account === null) return { label: text.noAccountYet, description: environment.label };
  return {
    label: displayKey(account.email),
    description: `${environment.label} · ${displayKey(account.teamName)}`,
  };
}
