import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/text.ts';
import { cx } from './cx.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

/** What a {@link Dialog} takes. */
export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the lower edge; the last one is the one that goes on. */
  readonly footer?: ReactNode;
  /** Widths: small 440 px, medium 600 px, large 960 px, wide 1,200 px (always less than the window). */
  readonly size?: 'small' | 'medium' | 'large' | 'wide';
  /** Takes the padding away from the body, for lists that reach the edges. */
  readonly isFlush?: boolean;
}

/** A window within the window: focus stays inside, Escape and a click beside it close it, focus returns to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  footer,
  size = 'medium',
  isFlush = false,
}: DialogProps) {
  const text = useText().common;
  return (
    <ModalOverlay
      data-modal
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className={styles['scrim'] ?? ''}
    >
      <Modal className={cx(styles['modal'], styles[size])}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <IconButton icon={X} label={text.close} size="small" onPress={onClose} />
          </header>
          <div className={cx(styles['body'], isFlush && styles['flush'])}>{children}</div>
          {footer !== undefined && <footer className={styles['foot']}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
