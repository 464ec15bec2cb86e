import type { DragEvent } from 'react';
import styles from './table.module.css';

/** The kind of data that a dragged selection carries: the listing's id and never a key. */
export const SELECTION_DRAG_TYPE = 'application/x-pixop-ingest-selection';
/** Where the picture stands beside the pointer, in CSS pixels. */
const IMAGE_OFFSET_PX = { x: -14, y: -10 } as const;

/** Makes a drag carry the whole selection of a listing, with its count and size as the picture. */
export function dragSelection(event: DragEvent, listingId: string, label: string): void {
  event.dataTransfer.setData(SELECTION_DRAG_TYPE, listingId);
  event.dataTransfer.effectAllowed = 'copy';
  const image = document.createElement('div');
  image.className = styles['drag-image'] ?? '';
  image.textContent = label;
  image.setAttribute('aria-hidden', 'true');
  document.body.append(image);
  event.dataTransfer.setDragImage(image, IMAGE_OFFSET_PX.x, IMAGE_OFFSET_PX.y);
  // The browser has drawn it once this handler has returned.
  setTimeout(() => image.remove(), 0);
}
