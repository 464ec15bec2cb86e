import { useRef } from 'react';
import { useApp } from '../../store/store.ts';
import { useReport } from '../frame/use-report.ts';

/** Pause after which typing starts a new name, in milliseconds; the usual time of system lists. */
const PAUSE_MS = 800;

/** Finds rows by the first letters of their names, over the whole listing and not only what is rendered. */
export function useTypeAhead(onFound: (index: number) => void): {
  readonly type: (character: string, active: number) => void;
  readonly isTyping: () => boolean;
} {
  const findRow = useApp((state) => state.findRow);
  const report = useReport();
  const typed = useRef({ text: '', at: 0 });
  const isTyping = (): boolean => typed.current.text !== '' && Date.now() - typed.current.at < PAUSE_MS;

  const find = async (text: string, after: number): Promise<void> => {
    for (const from of [after, 0]) {
      const result = await findRow(text, from);
      if (!result.ok) {
        report(result.error);
        return;
      }
      // More was typed while this was looked for.
      if (typed.current.text !== text) return;
      if (result.value.index >= 0) {
        onFound(result.value.index);
        return;
      }
    }
  };

  const type = (character: string, active: number): void => {
    const text = isTyping() ? typed.current.text + character : character;
    typed.current = { text, at: Date.now() };
    // The first letter goes on from the current row, so that typing it again walks through the names.
    void find(text, text.length === 1 ? active + 1 : active);
  };
  return { type, isTyping };
}
