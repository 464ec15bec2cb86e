import { useApp } from '../../store/store.ts';
import type { ErrorAction } from '../../text/error-situation.ts';
import { useReport } from './use-report.ts';

/** Actions that only the screen around an error can take. */
export interface LocalErrorActions {
  readonly onRetry?: () => void;
  readonly onEditKey?: () => void;
  readonly onEditCredentials?: () => void;
  readonly onReplaceLocationKeys?: () => void;
}

/** Answers how to take an error's next step here, or null when this place cannot take it. */
export function useErrorAction(local: LocalErrorActions): (action: ErrorAction) => (() => void) | null {
  const openPage = useApp((state) => state.openPage);
  const openOverlay = useApp((state) => state.openOverlay);
  const report = useReport();
  const openSupport = async (): Promise<void> => report(await openPage({ page: 'support' }));
  return (action) => {
    switch (action) {
      case 'retry':
        return local.onRetry ?? null;
      case 'edit-key':
        return local.onEditKey ?? (() => openOverlay({ kind: 'settings' }));
      case 'edit-credentials':
        return local.onEditCredentials ?? null;
      case 'replace-location-keys':
        return local.onReplaceLocationKeys ?? null;
      case 'open-settings':
        return () => openOverlay({ kind: 'settings' });
      case 'open-support':
        return () => void openSupport();
    }
  };
}
