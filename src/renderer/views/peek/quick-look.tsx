import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { BrowseState } from '../../../shared/browse.ts';
import { mediaAddress } from '../../../shared/peek.ts';
import { Dialog } from '../../components/dialog.tsx';
import type { RowWindows } from '../../store/row-windows.ts';
import { useApp } from '../../store/store.ts';
import { displayKey } from '../../text/display-key.ts';
import { useText } from '../../text/text.ts';
import { rowName } from '../browser/row-name.ts';
import { FactCard } from './fact-card.tsx';
import { FactList } from './fact-list.tsx';
import styles from './peek.module.css';
import { canPlay } from './play-type.ts';
import { useLook } from './use-look.ts';

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Plays the file under the keyboard's place, or tells what it is; arrows walk on through the list or the selection. */
export function QuickLook({
  browse,
  windows,
}: {
  readonly browse: BrowseState;
  readonly windows: RowWindows;
}) {
  const index = useApp((state) => state.quickLookAt);
  const close = useApp((state) => state.closeQuickLook);
  const open = useApp((state) => state.openQuickLook);
  const text = useText().peek;
  const row = useSyncExternalStore(
    windows.subscribe,
    useCallback(() => (index === null ? undefined : windows.row(index)), [windows, index]),
  );
  const looked = useLook(index ?? 0, row, true);
  const [unplayable, setUnplayable] = useState<string | null>(null);
  const { matching, revision, selected } = browse;

  useEffect(() => {
    if (index === null) return undefined;
    windows.show(index, index + 1, revision);
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = steps[event.key];
      const isClosing = event.key === ' ' && !(event.target instanceof HTMLButtonElement);
      if (isClosing && !(event.target instanceof HTMLVideoElement)) close();
      else if (step !== undefined) open(nextObject(windows, index, step, matching, selected > 1));
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [windows, index, revision, matching, selected, open, close]);

  if (index === null || row === undefined) return null;
  const look = looked?.look ?? null;
  const facts = look?.facts ?? null;
  const codec = facts?.codec ?? null;
  const plays = look !== null && look.withheld === null && unplayable !== look.ticket && canPlay(facts);
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
      <p className={styles['hint']}>{text.walk}</p>
      <div className="visually-hidden" role="status">
        {name}
      </div>
    </Dialog>
  );
}

/** The next object in a direction; the same one at the end of the list. A row that is not known yet is gone to and fetched. */
function nextObject(
  windows: RowWindows,
  from: number,
  step: 1 | -1,
  count: number,
  inSelection: boolean,
): number {
  for (let at = from + step; at >= 0 && at < count; at += step) {
    const row = windows.row(at);
    if (row === undefined) return inSelection ? from : at;
    if (row.kind === 'object' && (!inSelection || row.selected)) return at;
  }
  return from;
}
