import { CircleStop, FileQuestion } from 'lucide-react';
import type { AppError } from '../../../shared/errors.ts';
import type { ManifestState } from '../../../shared/manifests.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import { useReport } from '../frame/use-report.ts';
import { ManifestLists } from './manifest-lists.tsx';
import styles from './manifest-sheet.module.css';

/** What is known of a list so far: that it is being read or looked up, what was found, or what went wrong. */
export function ManifestBody({
  manifest,
  reading,
  error,
}: {
  readonly manifest: ManifestState | null;
  readonly reading: string | null;
  readonly error: AppError | null;
}) {
  const text = useText().manifest;
  const match = useApp((state) => state.matchManifest);
  const failure = error ?? manifest?.error ?? null;
  if (manifest === null) {
    if (failure !== null) return <ErrorNotice error={failure} />;
    const name = reading === null || reading === '' ? text.pasted : displayKey(reading);
    return (
      <p className={styles['waiting']} role="status">
        <Spinner /> {text.reading(name)}
      </p>
    );
  }
  const { locationId } = manifest;
  return (
    <>
      {failure !== null && (
        <ErrorNotice
          error={failure}
          {...(locationId === null ? {} : { onRetry: () => void match(locationId) })}
        />
      )}
      {manifest.phase === 'looking' && <Looking manifest={manifest} />}
      {manifest.phase === 'stopped' && (
        <EmptyState icon={CircleStop} title={text.stoppedTitle} description={text.stopped} />
      )}
      {manifest.rows === 0 && (
        <EmptyState icon={FileQuestion} title={text.emptyTitle} description={text.empty} />
      )}
      {(manifest.phase === 'matched' || (manifest.rows === 0 && manifest.lists.unreadable > 0)) && (
        <ManifestLists key={`${manifest.manifestId} ${locationId ?? ''}`} manifest={manifest} />
      )}
    </>
  );
}

function Looking({ manifest }: { readonly manifest: ManifestState }) {
  const text = useText().manifest;
  const format = useFormat();
  const report = useReport();
  const stop = useApp((state) => state.stopManifest);
  const bucket = useApp(
    ({ sources }) => sources?.find(({ locationId }) => locationId === manifest.locationId)?.bucket ?? '',
  );
  const settled = text.settled(format.count(manifest.settled), format.count(manifest.keys));
  const label = text.looking(bucket);
  return (
    <div className={styles['looking']}>
      <p>{label}</p>
      <ProgressBar
        label={label}
        percent={manifest.keys === 0 ? null : (manifest.settled / manifest.keys) * 100}
        valueLabel={settled}
        size="thick"
      />
      <div className={styles['choice']}>
        <span className={styles['lines']}>{settled}</span>
        <Button size="small" onPress={() => void stop().then(report)}>
          {text.stop}
        </Button>
      </div>
    </div>
  );
}
