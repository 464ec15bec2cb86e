import { useEffect } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import type { Source } from '../../../shared/session.ts';
import { Dialog } from '../../components/dialog.tsx';
import { shortcutKeys } from '../../components/shortcut.ts';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { rowName } from '../browser/row-name.ts';
import { FactList } from './fact-list.tsx';
import styles from './peek.module.css';
import { Stage } from './stage.tsx';
import { useLook } from './use-look.ts';
import { useOrdinal } from './use-ordinal.ts';
import { useQuickLookKeys } from './use-quick-look-keys.ts';
import { useShownRow } from './use-shown-row.ts';

/** Plays the file under the keyboard's place, or tells what it is; arrows walk on through the list or the selection. */
export function QuickLook({
  browse,
  source,
  windows,
}: {
  readonly browse: BrowseState;
  readonly source: Source;
  readonly windows: RowWindows;
}) {
  const { row, index } = useShownRow(windows);
  const isLooking = useApp((state) => state.isLooking);
  const close = useApp((state) => state.closeQuickLook);
  const text = useText().peek;
  const format = useFormat();
  const looked = useLook(isLooking ? row : undefined, true);
  const { revision } = browse;
  useEffect(() => {
    if (isLooking) windows.show(index, index + 1, revision);
  }, [windows, isLooking, index, revision]);
  const ordinal = useOrdinal(browse, isLooking ? row : undefined);
  useQuickLookKeys(isLooking);

  if (!isLooking || row === undefined) return null;
  const at = ordinal && text.ordinal(format.count(ordinal.place), format.count(ordinal.count));
  const mark = [at, row.selected ? text.selected : null].filter((words) => words !== null);
  const keys = shortcutKeys('Mod+Space').join('+');
  const walk = browse.selected > 1 ? text.walkSelected(format.count(browse.selected), keys) : text.walk(keys);
  const name = displayKey(rowName(row, browse.prefix));
  return (
    <Dialog title={name} isOpen onClose={close} size="large">
      <Stage looked={looked} row={row} source={source} name={name} />
      <FactList facts={looked?.look?.facts ?? null} row={row} />
      <p className={styles['hint']}>{[...mark, walk].join(' · ')}</p>
      <div className="visually-hidden" role="status">
        {[name, ...mark].join(', ')}
      </div>
    </Dialog>
  );
}
