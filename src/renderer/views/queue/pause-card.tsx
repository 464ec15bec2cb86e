import type { QueueSummary } from '../../../shared/imports.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { useAppStore } from '../../store/store.ts';
import { describeError } from '../../text/describe-error.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useErrorAction } from '../frame/use-error-action.ts';
import { isResumedFirst } from './summary-facts.ts';
import styles from './summary.module.css';

/** Why nothing is sent, and the button that mends it where the app can; going on is the summary's own button. */
export function PauseCard({ paused }: { readonly paused: NonNullable<QueueSummary['paused']> }) {
  const texts = useText();
  const format = useFormat();
  const store = useAppStore();
  const actionFor = useErrorAction({
    // What stopped the queue is what would be sent next.
    onReplaceLocationKeys() {
      const { jobs, batches, openOverlay } = store.getState();
      const [next] = [...jobs.byId.values()]
        .filter(({ state }) => state === 'planned')
        .toSorted((a, b) => a.position - b.position);
      const locationId = batches.get(next?.batchId ?? '')?.locationId;
      if (locationId !== undefined) openOverlay({ kind: 'location-keys', locationId });
    },
  });
  const { error, reason, message } = paused;
  const described = error === null ? null : describeError(error, texts, format);
  const action = described?.action ?? null;
  const details = [error?.message, described?.reference].filter(Boolean).join(' · ');
  // For a key the bar over the window asks, once.
  const run = action === null || action === 'edit-key' ? null : actionFor(action);
  return (
    <Banner
      tone="warn"
      title={texts.queue.pausedTitle}
      {...(action !== null && run !== null
        ? {
            actions: (
              <Button size="small" variant={isResumedFirst(reason) ? 'secondary' : 'primary'} onPress={run}>
                {texts.errors.actions[action]}
              </Button>
            ),
          }
        : {})}
    >
      <p>{texts.queue.pauseReasons[reason] ?? message}</p>
      {details !== '' && (
        <p data-selectable className={styles['details']}>
          <bdi>{texts.queue.pauseDetails(details)}</bdi>
        </p>
      )}
    </Banner>
  );
}
