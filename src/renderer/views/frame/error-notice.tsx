import type { AppError } from '../../../shared/errors.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { describeError, type ErrorContext } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import styles from './error-notice.module.css';
import { useErrorAction, type LocalErrorActions } from './use-error-action.ts';

/** What an {@link ErrorNotice} takes. */
export interface ErrorNoticeProps extends LocalErrorActions {
  readonly error: AppError;
  readonly context?: ErrorContext;
  readonly shape?: 'bar' | 'box';
  /** Offers to try again whatever the first remedy is: the cause may be mended elsewhere. */
  readonly offersRetry?: boolean;
}

/** An error where it happened: what, why, what to do next, and the button that does it. */
export function ErrorNotice({
  error,
  context,
  shape = 'box',
  offersRetry = false,
  ...local
}: ErrorNoticeProps) {
  const text = useText();
  const described = describeError(error, text, useFormat(), context);
  const actionFor = useErrorAction(local);
  const { action, command, reference, verbatim } = described;
  const run = action === null ? null : actionFor(action);
  const again = offersRetry && action !== 'retry' ? (local.onRetry ?? null) : null;
  const hasActions = run !== null || again !== null || command !== null;
  return (
    <Banner
      tone="danger"
      title={described.title}
      shape={shape}
      {...(hasActions
        ? {
            actions: (
              <>
                {command !== null && <CopyButton text={command} label={text.errors.copyCommand} />}
                {action !== null && run !== null && (
                  <Button size="small" onPress={run}>
                    {text.errors.actions[action]}
                  </Button>
                )}
                {again !== null && (
                  <Button size="small" onPress={again}>
                    {text.common.retry}
                  </Button>
                )}
              </>
            ),
          }
        : {})}
    >
      <p>
        {described.explanation} {described.nextStep}
      </p>
      {command !== null && (
        <p>
          <code>{command}</code>
        </p>
      )}
      {verbatim.map((line) => (
        <p key={line} data-selectable className={styles['verbatim']}>
          <bdi>{line}</bdi>
        </p>
      ))}
      {reference !== null && (
        <p data-selectable className={styles['reference']}>
          <bdi>{reference}</bdi>
        </p>
      )}
    </Banner>
  );
}
