import { useMemo, useState } from 'react';
import type { ManifestState } from '../../../shared/manifests.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/select.tsx';
import { likelySource, listableSources } from '../../store/manifest-slice.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import styles from './manifest-sheet.module.css';

/** In which source the objects are looked for, and why it has to be said where it has to. */
export function ManifestSource({ manifest }: { readonly manifest: ManifestState }) {
  const text = useText().manifest;
  const format = useFormat();
  const all = useApp((state) => state.sources);
  const selectedLocationId = useApp((state) => state.selectedLocationId);
  const match = useApp((state) => state.matchManifest);
  const sources = useMemo(() => listableSources({ sources: all }), [all]);
  const likely = likelySource(manifest, sources, selectedLocationId)?.locationId ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? manifest.locationId ?? likely;
  const isOver = manifest.phase === 'stopped' || manifest.phase === 'failed';
  const needsStart = manifest.locationId === null || isOver || value !== manifest.locationId;
  return (
    <div className={styles['source']}>
      <div className={styles['choice']}>
        <Select
          label={text.source}
          placeholder={text.chooseSource}
          options={sources.map(({ locationId, name, bucket }) => ({
            id: locationId,
            label: name,
            description: bucket,
          }))}
          value={value}
          isDisabled={sources.length === 0 || manifest.phase === 'looking'}
          onChange={setChosen}
        />
        {needsStart && (
          <Button
            variant="primary"
            isDisabled={value === null}
            onPress={() => {
              if (value !== null) void match(value);
            }}
          >
            {isOver && value === manifest.locationId ? text.lookAgain : text.look}
          </Button>
        )}
        <span className={styles['lines']}>{text.lines(format.count(manifest.rows))}</span>
      </div>
      {manifest.projects.length > 1 && (
        <p className={styles['note']}>{text.severalProjects(format.count(manifest.projects.length))}</p>
      )}
      {manifest.locationId === null && <p className={styles['note']}>{whyToChoose()}</p>}
    </div>
  );

  function whyToChoose(): string {
    if (sources.length === 0) return text.noSource;
    const [first] = manifest.buckets;
    if (first === undefined) return text.noBucketNamed;
    const isKnown = sources.some(({ bucket }) => manifest.buckets.some((one) => one.bucket === bucket));
    return isKnown ? text.severalSources : text.unknownBucket(displayKey(first.bucket));
  }
}
