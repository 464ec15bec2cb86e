import { useAppStore } from '../../store/store.ts';
import { batchOfLine, headingId, type GroupLayout } from './group-layout.ts';
import type { ListSelection } from './list-selection.ts';

/** Folds the list's batches, by mouse and by the keys of a tree: Left and Right, and Enter or Space on a heading. */
export function useFolding(
  layout: GroupLayout,
  selection: ListSelection,
  go: (next: ListSelection) => void,
): {
  readonly toggle: (batchId: string) => void;
  /** True when the key was for folding. */
  readonly byKey: (key: string) => boolean;
} {
  const store = useAppStore();
  const { active } = selection;
  const goTo = (line: string, isJob: boolean): boolean => {
    go({ active: line, anchor: line, selected: new Set(isJob ? [line] : []) });
    return true;
  };
  const set = (batchId: string, isCollapsed: boolean): boolean => {
    store.getState().setBatchCollapsed([batchId], isCollapsed);
    const hidden = new Set(layout.groups.find((group) => group.batchId === batchId)?.jobIds);
    // What is folded away is not acted upon.
    const selected = new Set([...selection.selected].filter((jobId) => !hidden.has(jobId)));
    const heading = headingId(batchId);
    if (isCollapsed) go({ active: heading, anchor: heading, selected });
    return true;
  };
  const isCollapsed = (batchId: string): boolean => store.getState().collapsedBatches.has(batchId);
  return {
    toggle: (batchId) => void set(batchId, !isCollapsed(batchId)),
    byKey(key) {
      if (active === null) return false;
      const batchId = batchOfLine(active);
      if (batchId === null) {
        if (key !== 'ArrowLeft') return false;
        const home = layout.groups.find((group) => group.jobIds.includes(active))?.batchId ?? null;
        return home !== null && goTo(headingId(home), false);
      }
      if (key === 'Enter' || key === ' ') return set(batchId, !isCollapsed(batchId));
      if (key === 'ArrowLeft') return isCollapsed(batchId) || set(batchId, true);
      if (key !== 'ArrowRight') return false;
      if (isCollapsed(batchId)) return set(batchId, false);
      const [first] = layout.groups.find((group) => group.batchId === batchId)?.jobIds ?? [];
      return first === undefined || goTo(first, true);
    },
  };
}
