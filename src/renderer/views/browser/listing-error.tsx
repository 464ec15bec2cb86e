import type { AppError } from '../../../shared/errors.ts';
import type { Source } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../components/button.tsx';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './browser.module.css';

/** Why a listing broke off or could not be opened: which permission is missing, what is kept, and how to go on. */
export function ListingError(props: {
  readonly error: AppError;
  readonly source: Source;
  readonly listed: number;
}) {
  const { error, source, listed } = props;
  const text = useText();
  const format = useFormat();
  const refreshPlace = useApp((state) => state.refreshPlace);
  const openOverlay = useApp((state) => state.openOverlay);
  const action = error.detail?.missingAction;
  const editCredentials = (): void => openOverlay({ kind: 'credentials', locationId: source.locationId });
  return (
    <div className={styles['notice']}>
      <ErrorNotice
        error={error}
        context={{
          bucket: source.bucket,
          ...(source.credentials?.kind === 'profile' ? { profile: source.credentials.label } : {}),
        }}
        onRetry={() => void refreshPlace()}
        onEditCredentials={editCredentials}
      />
      <div className={styles['more']}>
        <p>
          {action !== undefined && text.browser.missingAction(action)}{' '}
          {listed > 0 && text.browser.brokenOff(format.count(listed))}
        </p>
        <Button size="small" onPress={() => void refreshPlace()}>
          {text.common.retry}
        </Button>
        <Button size="small" variant="quiet" onPress={editCredentials}>
          {text.browser.changeCredentials}
        </Button>
      </div>
    </div>
  );
}
