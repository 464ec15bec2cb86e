import type { HistoryAccount } from '../../../shared/history.ts';
import type { ConnectionId } from '../../../shared/session.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { inOneLine, type AccountLabel } from './account-labels.ts';

/** Says whose imports are missing from what is shown, and why. */
export function UnreadAccounts({
  accounts,
  labels,
  onRetry,
}: {
  readonly accounts: readonly HistoryAccount[];
  readonly labels: ReadonlyMap<ConnectionId, AccountLabel>;
  readonly onRetry: () => void;
}) {
  const texts = useText();
  const format = useFormat();
  return accounts.map(({ connectionId, error }) => {
    if (error === null) return null;
    const { explanation, nextStep } = describeError(error, texts, format);
    return (
      <Banner
        key={connectionId}
        tone="danger"
        title={texts.history.unread(inOneLine(labels.get(connectionId)))}
        actions={
          <Button size="small" onPress={onRetry}>
            {texts.errors.actions.retry}
          </Button>
        }
      >
        {explanation} {nextStep}
      </Banner>
    );
  });
}
