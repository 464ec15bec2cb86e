import { useContext, useRef } from 'react';
import { StoreContext } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';
import { findTyped } from './find-typed.ts';

/** Pause after which typing starts a new name, in milliseconds; the usual time of system lists. */
const PAUSE_MS = 800;

/** Finds rows by the first letters of their names, over the whole listing and not only what is rendered. */
export function useTypeAhead(onFound: (index: number) => void): {
  readonly type: (character: string, active: number) => void;
  readonly isTyping: () => boolean;
} {
  const store = useContext(StoreContext);
  const report = useReport();
  const typed = useRef({ text: '', at: 0 });
  const isTyping = (): boolean => typed.current.text !== '' && Date.now() - typed.current.at < PAUSE_MS;

  const find = async (text: string, after: number): Promise<void> => {
    if (store === null) return;
    const found = await findTyped(store.getState, text, after, () => typed.current.text === text);
    if (found.kind === 'failed') report(found.error);
    if (found.kind === 'row') onFound(found.index);
  };

  const type = (character: string, active: number): void => {
    const text = isTyping() ? typed.current.text + character : character;
    typed.current = { text, at: Date.now() };
    // The first letter goes on from the current row, so that typing it again walks through the names.
    void find(text, text.length === 1 ? active + 1 : active);
  };
  return { type, isTyping };
}
