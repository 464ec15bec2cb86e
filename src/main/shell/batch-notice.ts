import { Notification } from 'electron';
import type { BatchEnd } from '../imports/batch-ends.ts';
import { noticeText } from './notice-text.ts';
import type { ShellWords } from './words/en.ts';

/** Shown notifications, held until they are done with: one that is collected loses its click. */
const shown = new Set<Notification>();

/** Tells by the system's own notification how a batch ended; a click on it opens the batch. */
export function noticeBatchEnd(end: BatchEnd, words: ShellWords['notice'], open: () => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification(noticeText(end, words));
  const forget = (): void => void shown.delete(notification);
  notification.on('click', () => {
    forget();
    open();
  });
  notification.on('close', forget);
  shown.add(notification);
  notification.show();
}
