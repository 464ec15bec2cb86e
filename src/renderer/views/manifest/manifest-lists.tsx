import { useState } from 'react';
import { Copy } from 'lucide-react';
import { manifestLists, type ManifestList, type ManifestState } from '../../../shared/manifests.ts';
import { Button } from '../../components/button.tsx';
import { copyText } from '../../components/copy-text.ts';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { showToast } from '../../components/toast.tsx';
import { useApp } from '../../store/store.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { ManifestLines } from './manifest-lines.tsx';
import styles from './manifest-sheet.module.css';

/** What became of the lines: a list for each answer, what it means, and a way to take it elsewhere. */
export function ManifestLists({ manifest }: { readonly manifest: ManifestState }) {
  const text = useText().manifest;
  const format = useFormat();
  const report = useReport();
  const manifestText = useApp((state) => state.manifestText);
  const bucket = useApp(
    ({ sources }) => sources?.find(({ locationId }) => locationId === manifest.locationId)?.bucket ?? '',
  );
  const { lists } = manifest;
  // What is wrong is looked at first; where nothing is, what was found.
  const [list, setList] = useState<ManifestList>(
    () => manifestLists.find((id) => id !== 'matched' && lists[id] > 0) ?? 'matched',
  );
  const count = lists[list];
  const copy = async (): Promise<void> => {
    const result = await manifestText(list);
    if (!result.ok) report(result.error);
    else if (copyText(result.value.text))
      showToast({ tone: 'ok', title: text.copiedLines(format.count(count)) });
  };
  return (
    <div className={styles['result']}>
      <p className={styles['summary']}>
        {lists.matched > 0 && (
          <>
            <strong>{text.summary(format.count(lists.matched), format.bytes(manifest.matchedBytes))}</strong>
            {manifest.respelled > 0 && <span>{text.respelled(format.count(manifest.respelled))}</span>}
          </>
        )}
        {lists.matched === 0 && manifest.rows > 0 && (
          <>
            <strong>{text.nothingFoundTitle}</strong>
            <span>{text.nothingFound(bucket)}</span>
          </>
        )}
      </p>
      <div className={styles['tabs']}>
        <SegmentedControl
          label={text.listsLabel}
          value={list}
          onChange={setList}
          segments={manifestLists.map((id) => ({
            id,
            label: `${text.lists[id]} ${format.count(lists[id])}`,
          }))}
        />
      </div>
      <div className={styles['choice']}>
        <p className={styles['note']}>{count === 0 ? text.noLines : text.notes[list]}</p>
        {count > 0 && (
          <Button size="small" variant="quiet" icon={Copy} onPress={() => void copy()}>
            {text.copyLines(format.count(count))}
          </Button>
        )}
      </div>
      <ManifestLines key={list} manifestId={manifest.manifestId} list={list} count={count} />
    </div>
  );
}
