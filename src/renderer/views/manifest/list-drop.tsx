import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../text/text.ts';
import styles from './list-drop.module.css';
import { useLists, type Lists } from './use-lists.ts';

/** Where text that is pasted belongs to what has the focus. */
const TAKES_TEXT = 'input, textarea, [contenteditable="true"], [role="dialog"], [role="alertdialog"]';

/** Takes lists that are dropped anywhere in the window or pasted into it, and shows that it would. */
export function ListDrop() {
  const text = useText().manifest;
  const lists = useLists();
  const [isOver, setOver] = useState(false);
  useEffect(() => listen(lists, setOver), [lists]);
  if (!isOver) return null;
  return (
    <div className={styles['veil']} aria-hidden data-testid="list-drop">
      <div className={styles['card']}>
        <FileDown size={28} strokeWidth={1.6} />
        <strong>{text.drop}</strong>
        <span className={styles['note']}>{text.dropNote}</span>
      </div>
    </div>
  );
}

function listen({ takeFiles, takeText }: Lists, setOver: (isOver: boolean) => void): () => void {
  // Entering a child leaves its parent: only the sum tells whether the pointer is inside.
  let depth = 0;
  const count = (by: number): void => {
    depth = Math.max(0, depth + by);
    setOver(depth > 0);
  };
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  const listeners = {
    dragenter: (event: DragEvent) => {
      if (hasFiles(event)) count(1);
    },
    dragleave: (event: DragEvent) => {
      if (hasFiles(event)) count(-1);
    },
    // Whatever is dropped is taken from Chromium, which would open it in the app's place.
    dragover: (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    },
    drop: (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      takeFiles(event.dataTransfer.files);
    },
    paste: (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (clipboardData === null || (target instanceof Element && target.closest(TAKES_TEXT) !== null))
        return;
      event.preventDefault();
      if (clipboardData.files.length > 0) takeFiles(clipboardData.files);
      else if (clipboardData.getData('text/plain').trim() !== '')
        takeText(clipboardData.getData('text/plain'));
    },
  };
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener('dragenter', listeners.dragenter, { signal });
  window.addEventListener('dragleave', listeners.dragleave, { signal });
  window.addEventListener('dragover', listeners.dragover, { signal });
  window.addEventListener('drop', listeners.drop, { signal });
  window.addEventListener('paste', listeners.paste, { signal });
  return () => ending.abort();
}
