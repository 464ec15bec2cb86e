import { useEffect, useState } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { mediaAddress } from '../../../shared/peek.ts';
import { Dialog } from '../../components/dialog.tsx';
import { shortcutKeys } from '../../components/shortcut.ts';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useFormat } from '../../text/format.ts';
import { useText } from '../../text/text.ts';
import { rowName } from '../browser/row-name.ts';
import { FactCard } from './fact-card.tsx';
import { FactList } from './fact-list.tsx';
import styles from './peek.module.css';
import { canPlay } from './play-type.ts';
import { useLook } from './use-look.ts';
import { useQuickLookKeys } from './use-quick-look-keys.ts';
import { useShownRow } from './use-shown-row.ts';

/** Plays the file under the keyboard's place, or tells what it is; arrows walk on through the list or the selection. */
export function QuickLook({
  browse,
  windows,
}: {
  readonly browse: BrowseState;
  readonly windows: RowWindows;
}) {
  const { row, index } = useShownRow(windows);
  const isLooking = useApp((state) => state.isLooking);
  const close = useApp((state) => state.closeQuickLook);
  const text = useText().peek;
  const format = useFormat();
  const looked = useLook(index, isLooking ? row : undefined, true);
  const [unplayable, setUnplayable] = useState<string | null>(null);
  const { revision } = browse;
  useEffect(() => {
    if (isLooking) windows.show(index, index + 1, revision);
  }, [windows, isLooking, index, revision]);
  useQuickLookKeys(isLooking);

  if (!isLooking || row === undefined) return null;
  const look = looked?.look ?? null;
  const facts = look?.facts ?? null;
  const codec = facts?.codec ?? null;
  const plays = look !== null && look.withheld === null && unplayable !== look.ticket && canPlay(facts);
  const mark = row.selected ? [text.selected] : [];
  const keys = shortcutKeys('Mod+Space').join('+');
  const walk = browse.selected > 1 ? text.walkSelected(format.count(browse.selected), keys) : text.walk(keys);
  const name = displayKey(rowName(row, browse.prefix));
  return (
    <Dialog title={name} isOpen onClose={close} size="large">
      <div className={styles['stage']}>
        {plays ? (
          // Material on its way to be mastered has no captions yet.
          // oxlint-disable-next-line jsx-a11y/media-has-caption
          <video
            key={look.ticket}
            src={mediaAddress(look.ticket, 'play')}
            className={styles['player']}
            aria-label={name}
            controls
            autoPlay
            onError={() => setUnplayable(look.ticket)}
          />
        ) : (
          <FactCard looked={looked} row={row} isLarge />
        )}
      </div>
      {!plays && codec !== null && <p className={styles['hint']}>{text.noPicture(codec)}</p>}
      <FactList facts={facts} row={row} />
      <p className={styles['hint']}>{[...mark, walk].join(' · ')}</p>
      <div className="visually-hidden" role="status">
        {[name, ...mark].join(', ')}
      </div>
    </Dialog>
  );
}
