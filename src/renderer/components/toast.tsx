import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components';
import { SECOND } from '../../shared/units.ts';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import styles from './toast.module.css';

/** A passing message: what was done, or what a button could not do. */
export interface Toast {
  readonly tone: 'info' | 'ok' | 'danger';
  readonly title: string;
  readonly description?: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** Time a toast stays; hover and focus hold it. Long enough to read two sentences, as WCAG's timing advice asks. */
const SHOWN_MS = 8 * SECOND;
/** Toasts seen at once; the rest wait. */
const MAX_VISIBLE = 3;

const queue = new ToastQueue<Toast>({ maxVisibleToasts: MAX_VISIBLE });
const icons = { info: Info, ok: CircleCheck, danger: CircleAlert } as const;

const isSame = (one: Toast, other: Toast): boolean =>
  one.tone === other.tone && one.title === other.title && one.description === other.description;

/**
 * Shows a {@link Toast}; failures stay until they are closed. One that says the same takes the place of the one before:
 * a pile of them would lie over the queue, and stay there for as long as the pointer does.
 */
export function showToast(toast: Toast): void {
  for (const { key, content } of queue.visibleToasts) if (isSame(content, toast)) queue.close(key);
  queue.add(toast, toast.tone === 'danger' ? {} : { timeout: SHOWN_MS });
}

/** Where toasts appear: once, at the root of the app. */
export function ToastRegion() {
  const text = useText().common;
  return (
    <AriaToastRegion queue={queue} aria-label={text.notifications} className={styles['region'] ?? ''}>
      {({ toast }) => {
        const { tone, title, description, action } = toast.content;
        const Icon = icons[tone];
        return (
          <AriaToast toast={toast} className={cx(styles['toast'])}>
            <Icon size={16} aria-hidden className={cx(styles['icon'], styles[tone])} />
            <ToastContent className={styles['words'] ?? ''}>
              <Text slot="title" className={styles['title'] ?? ''}>
                {title}
              </Text>
              {description !== undefined && (
                <Text slot="description" className={styles['description'] ?? ''}>
                  {description}
                </Text>
              )}
            </ToastContent>
            {action !== undefined && (
              <Button size="small" slot={null} onPress={action.onPress}>
                {action.label}
              </Button>
            )}
            <IconButton slot="close" size="small" icon={X} label={text.dismiss} />
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
