import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/renderer/text/text.ts';
import { accountLabels, inOneLine } from '../../../src/renderer/views/history/account-labels.ts';
import type { HistoryAccount } from '../../../src/shared/history.ts';
import type { Environment } from '../../../src/shared/session.ts';

const production: Environment = { environmentId: 'production', label: 'Production', host: 'api.pixop.com' };
const staging: Environment = { environmentId: 'staging', label: 'Staging', host: 'staging-api.pixop.com' };
const account = (
  connectionId: string,
  email: string | null,
  change: Partial<HistoryAccount> = {},
): HistoryAccount => ({
  connectionId,
  environment: production,
  account: email === null ? null : { email, name: 'Name', teamName: 'Team' },
  isRemoved: false,
  error: null,
  ...change,
});
const labelsOf = (...accounts: readonly HistoryAccount[]): readonly string[] =>
  [...accountLabels(accounts, textOf('en')).values()].map(inOneLine);

describe('what accounts are called in the history', () => {
  it('is the address alone while that tells them apart', () => {
    expect(labelsOf(account('production', 'bo@nord'), account('production-2', null))).toEqual([
      'bo@nord',
      'No account yet',
    ]);
  });

  it('names the environment as soon as there are two, since one person may have an account in both', () => {
    expect(
      labelsOf(account('production', 'bo@nord'), account('staging', 'bo@nord', { environment: staging })),
    ).toEqual(['bo@nord · Production', 'bo@nord · Staging']);
  });

  it('says which of them were removed', () => {
    expect(labelsOf(account('production', 'bo@nord', { isRemoved: true }))).toEqual(['bo@nord · removed']);
  });

  it('shows what an address hides', () => {
    expect(labelsOf(account('production', 'bo\u202e@nord'))[0]).not.toContain('\u202e');
  });
});
