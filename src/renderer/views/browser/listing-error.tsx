import type { AppError } from '../../../shared/errors.ts';
import type { Source } from '../../../shared/session.ts';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { errorContext } from '../frame/error-context.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './browser.module.css';

/** Why a listing broke off or could not be opened, what of it is kept, and how to go on. */
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
  return (
    <div className={styles['notice']}>
      <ErrorNotice
        error={error}
        context={errorContext(source)}
        offersRetry
        onRetry={() => void refreshPlace()}
        onEditCredentials={() => openOverlay({ kind: 'credentials', locationId: source.locationId })}
      />
      {listed > 0 && <p className={styles['more']}>{text.browser.brokenOff(format.count(listed))}</p>}
    </div>
  );
}
