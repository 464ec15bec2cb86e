import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { Dialog } from '../../components/dialog.tsx';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { useReport } from '../frame/use-report.ts';
import { ManifestBody } from './manifest-body.tsx';
import { ManifestSource } from './manifest-source.tsx';
import styles from './manifest-sheet.module.css';

/** Where a list of objects becomes a batch; shows nothing while no list is open. */
export function ManifestSheet() {
  const text = useText();
  const format = useFormat();
  const manifest = useApp((state) => state.manifest);
  const reading = useApp((state) => state.manifestReading);
  const error = useApp((state) => state.manifestError);
  const close = useApp((state) => state.closeManifest);
  const openDraft = useApp((state) => state.openDraftFromManifest);
  const report = useReport();
  if (manifest === null && reading === null && error === null) return null;

  const words = text.manifest;
  const name = manifest?.fileName ?? reading;
  const title = name === null ? words.title : words.titleOf(name === '' ? words.pasted : displayKey(name));
  const found = manifest?.lists.matched ?? 0;
  const leftOut = manifest === null ? 0 : manifest.rows + manifest.lists.unreadable - found;
  const isMatched = manifest?.phase === 'matched';
  const onClose = (): void => void close().then(report);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <span className={styles['left']} aria-live="polite">
            {isMatched && found > 0 && leftOut > 0 && words.leftOut(format.count(leftOut))}
          </span>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          {isMatched && (
            <Button variant="primary" isDisabled={found === 0} onPress={() => void openDraft()}>
              {words.go(format.count(found))}
            </Button>
          )}
        </>
      }
    >
      <div className={cx(styles['sheet'], isMatched && styles['tall'])}>
        {manifest !== null && manifest.rows > 0 && <ManifestSource manifest={manifest} />}
        <ManifestBody manifest={manifest} reading={reading} error={error} />
      </div>
    </Dialog>
  );
}
