import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

/** What an {@link AlertDialog} takes. */
export interface AlertDialogProps {
  readonly title: string;
  /** What will happen, in full sentences. */
  readonly children: ReactNode;
  readonly isOpen: boolean;
  /** The verb of what is confirmed, such as "Abandon 3 copies"; never "OK". */
  readonly confirmLabel: string;
  readonly isDanger?: boolean;
  readonly isPending?: boolean;
  /** True while there is nothing to confirm. */
  readonly isConfirmDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before what cannot be undone; the safe answer has the focus, and a click beside it does not answer. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    children,
    isOpen,
    confirmLabel,
    isDanger = false,
    isPending = false,
    isConfirmDisabled = false,
    onConfirm,
    onCancel,
  } = props;
  const text = useText().common;
  return (
    <ModalOverlay
      data-modal
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onCancel();
      }}
      className={styles['scrim'] ?? ''}
    >
      <Modal className={cx(styles['modal'], styles['small'])}>
        <AriaDialog role="alertdialog" className={styles['dialog'] ?? ''}>
          <header className={styles['head']}>
            <Heading slot="title" className={styles['title'] ?? ''}>
              {title}
            </Heading>
          </header>
          <div className={styles['body']}>{children}</div>
          <footer className={styles['foot']}>
            <Button autoFocus onPress={onCancel}>
              {text.cancel}
            </Button>
            <Button
              variant={isDanger ? 'danger' : 'primary'}
              isPending={isPending}
              isDisabled={isConfirmDisabled}
              onPress={onConfirm}
            >
              {confirmLabel}
            </Button>
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
