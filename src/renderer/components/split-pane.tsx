import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import styles from './split-pane.module.css';
import { shareAfterKey, shareAt } from './split-share.ts';

/** What a {@link SplitPane} takes. */
export interface SplitPaneProps {
  /** What the separator divides, for screen readers: "Width of the queue". */
  readonly label: string;
  readonly start: ReactNode;
  readonly end: ReactNode;
  /** The `end` region's DOM id and its name as a landmark; the separator belongs to it. */
  readonly endRegion: { readonly id: string; readonly label: string };
  /** Share of the width given to `end`, within `min` and `max`. */
  readonly share: number;
  readonly min: number;
  readonly max: number;
  /** Where a double click on the separator puts it back. */
  readonly defaultShare: number;
  /** Called when a drag ends and after each key, not during the drag. */
  readonly onChange: (share: number) => void;
}

/** Two regions side by side with a separator that can be dragged, and moved by arrow keys, Home and End. */
export function SplitPane(props: SplitPaneProps) {
  const { label, start, end, endRegion, share, min, max, defaultShare, onChange } = props;
  const root = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? share;
  const range = { min, max };

  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = root.current?.getBoundingClientRect();
    if (dragged === null || box === undefined) return;
    setDragged(shareAt(event.clientX, box, range));
  };
  const onPointerUp = (): void => {
    if (dragged !== null && dragged !== share) onChange(dragged);
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = shareAfterKey(event.key, share, range);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };

  return (
    <div
      ref={root}
      className={styles['split']}
      style={{ gridTemplateColumns: `minmax(0, ${1 - shown}fr) minmax(0, ${shown}fr)` }}
      data-dragging={dragged !== null}
    >
      <div className={styles['pane']}>{start}</div>
      <section id={endRegion.id} tabIndex={-1} aria-label={endRegion.label} className={styles['end']}>
        <div
          role="separator"
          aria-label={label}
          aria-orientation="vertical"
          aria-valuemin={Math.round(min * 100)}
          aria-valuemax={Math.round(max * 100)}
          aria-valuenow={Math.round(shown * 100)}
          tabIndex={0}
          className={styles['separator']}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(share);
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => setDragged(null)}
          onDoubleClick={() => onChange(defaultShare)}
          onKeyDown={onKeyDown}
        />
        <div className={styles['pane']}>{end}</div>
      </section>
    </div>
  );
}
