import { useId, useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import type { AppError } from '../../../shared/errors.ts';
import { SAVED_NAME_CHARACTERS } from '../../../shared/saved.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../text/text.ts';
import { ErrorNotice } from '../frame/error-notice.tsx';
import styles from './saved.module.css';

/** Asks under which name something is kept; says in place when that name is taken or main refuses. */
export function NameDialog(props: {
  readonly title: string;
  readonly firstName: string;
  /** Names of its kind that are in use; its own is not among them. */
  readonly taken: readonly string[];
  readonly confirmLabel: string;
  readonly onSave: (name: string) => Promise<AppError | null>;
  readonly onClose: () => void;
  /** What is kept, below the name. */
  readonly children?: ReactNode;
}) {
  const { title, firstName, taken, confirmLabel, onSave, onClose, children } = props;
  const text = useText();
  const formId = useId();
  const [name, setName] = useState(firstName.slice(0, SAVED_NAME_CHARACTERS));
  const [error, setError] = useState<AppError | null>(null);
  const [isPending, setPending] = useState(false);
  const given = name.trim();
  const isTaken = taken.some((other) => other.toLocaleLowerCase() === given.toLocaleLowerCase());

  const save = async (): Promise<void> => {
    if (given === '' || isTaken || isPending) return;
    setPending(true);
    const refused = await onSave(given);
    setPending(false);
    setError(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            form={formId}
            isPending={isPending}
            isDisabled={given === '' || isTaken}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className={styles['form'] ?? ''}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={text.saved.name}
          value={name}
          onChange={setName}
          error={isTaken ? text.saved.nameTaken : null}
          maxLength={SAVED_NAME_CHARACTERS}
          autoFocus
          onFocus={(event) => {
            if (event.target instanceof HTMLInputElement) event.target.select();
          }}
        />
        {children}
        {error !== null && <ErrorNotice error={error} />}
      </Form>
    </Dialog>
  );
}
