import { useCallback, useEffect, useState } from 'react';
import type { ChosenView } from '../../../shared/browse.ts';
import type { AppError } from '../../../shared/errors.ts';
import { useApp } from '../../store/store.ts';
import { fieldIn, untouchedField } from './filter-field.ts';

/** Pause in typing after which the filter is applied, in milliseconds. */
const TYPING_MS = 150;

/** The field of the filter's text, which is applied by itself a moment after the last letter. */
export function useFilterField(): {
  readonly typed: string;
  /** Whether what is typed is what is in force. */
  readonly isApplied: boolean;
  readonly type: (typed: string) => void;
  /** Applies what is typed at once, together with other parts of the filter. */
  readonly apply: (part?: Partial<ChosenView['filter']>) => Promise<AppError | null>;
} {
  const inForce = useApp((state) => state.browseView.filter.text);
  const prefix = useApp((state) => state.place?.prefix ?? null);
  const changeFilter = useApp((state) => state.changeFilter);
  const [known, setField] = useState(() => untouchedField(inForce, prefix));
  const field = fieldIn(known, inForce, prefix);
  if (field !== known) setField(field);
  const { typed } = field;

  const apply = useCallback(
    (part: Partial<ChosenView['filter']> = {}) => {
      setField((now) => ({ ...now, asked: typed }));
      return changeFilter({ ...part, text: typed });
    },
    [typed, changeFilter],
  );
  useEffect(() => {
    if (typed === inForce) return undefined;
    const timer = setTimeout(() => void apply(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, inForce, apply]);

  const type = useCallback((text: string) => setField((now) => ({ ...now, typed: text })), []);
  return { typed, isApplied: typed === inForce, type, apply };
}
