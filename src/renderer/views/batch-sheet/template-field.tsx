import { startTransition, useOptimistic, useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../text/text.ts';
import styles from './batch-sheet.module.css';
import type { TemplateProblem } from './template-problem.ts';

/** The placeholders that a template may use, in the order in which they are offered. */
const tokens = ['basename', 'ext', 'folder', 'folder2', 'path', 'date', 'n'] as const;

/** A template with its placeholders as buttons: each puts its own where the cursor is. */
export function TemplateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: TemplateProblem | null;
  readonly autoFocus?: boolean;
}) {
  const { label, problem, autoFocus = false } = props;
  // The letter is on screen at once; what comes of it in the rest of the sheet may take until after the next one.
  const [value, showNow] = useOptimistic(props.value);
  const onChange = (next: string): void =>
    startTransition(() => {
      showNow(next);
      props.onChange(next);
    });
  const text = useText().batch;
  const error =
    problem === null
      ? null
      : problem.kind === 'empty'
        ? text.noName
        : text.unknownPlaceholder(problem.placeholder);
  const field = useRef<HTMLDivElement>(null);
  const insert = (token: string): void => {
    const input = field.current?.querySelector('input') ?? null;
    const from = input?.selectionStart ?? value.length;
    const to = input?.selectionEnd ?? from;
    onChange(`${value.slice(0, from)}{${token}}${value.slice(to)}`);
    input?.focus();
  };
  return (
    <div ref={field} className={styles['template']}>
      <TextField
        label={label}
        value={value}
        onChange={onChange}
        error={error}
        isMono
        maxLength={500}
        autoFocus={autoFocus}
      />
      <Toolbar className={styles['tokens'] ?? ''} aria-label={text.placeholdersFor(label)}>
        {tokens.map((token) => (
          <button
            key={token}
            type="button"
            className={styles['token']}
            title={text.tokens[token]}
            onClick={() => insert(token)}
          >
            {`{${token}}`}
          </button>
        ))}
      </Toolbar>
    </div>
  );
}
