import { batchOfLine } from './group-layout.ts';

/** What is selected in the queue's list, by id, so that it survives filtering and new rows. */
export interface ListSelection {
  /** An import or the heading of a batch. */
  readonly active: string | null;
  /** Where a range starts. */
  readonly anchor: string | null;
  /** Imports only: a heading is never selected, it has actions of its own. */
  readonly selected: ReadonlySet<string>;
}

/** The modifier keys of a click or key press. */
export interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const jobsAmong = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.filter((line) => batchOfLine(line) === null));

const range = (ids: readonly string[], from: string | null, to: string): ReadonlySet<string> => {
  const start = from === null ? 0 : Math.max(0, ids.indexOf(from));
  const end = ids.indexOf(to);
  return jobsAmong(ids.slice(Math.min(start, end), Math.max(start, end) + 1));
};

const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The selection after a click, as Finder and Explorer do it; a right click on a selected row keeps the selection. */
export function selectAfterClick(
  now: ListSelection,
  ids: readonly string[],
  id: string,
  event: Modifiers & { readonly button: number },
): ListSelection {
  if (event.button === 2 && now.selected.has(id)) return { ...now, active: id };
  if (event.shiftKey) return { ...now, active: id, selected: range(ids, now.anchor, id) };
  if (event.ctrlKey || event.metaKey) {
    const selected = batchOfLine(id) === null ? toggled(now.selected, id) : now.selected;
    return { active: id, anchor: id, selected };
  }
  return { active: id, anchor: id, selected: jobsAmong([id]) };
}

/** The selection after a key, or null when the key is not the list's. */
export function selectAfterKey(
  now: ListSelection,
  ids: readonly string[],
  event: Modifiers & { readonly key: string },
  pageRows: number,
): ListSelection | null {
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key.toLowerCase() === 'a' && isCommand) return { ...now, selected: jobsAmong(ids) };
  if (event.key === 'Escape') return { ...now, selected: new Set() };
  if (event.key === ' ' && now.active !== null && batchOfLine(now.active) === null) {
    return { ...now, anchor: now.active, selected: toggled(now.selected, now.active) };
  }
  const at = now.active === null ? -1 : ids.indexOf(now.active);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: ids.length - 1,
  };
  const target = moves[event.key];
  const id = target === undefined ? undefined : ids[Math.max(0, Math.min(ids.length - 1, target))];
  if (id === undefined) return null;
  if (event.shiftKey) return { ...now, active: id, selected: range(ids, now.anchor, id) };
  if (isCommand) return { ...now, active: id };
  return { active: id, anchor: id, selected: jobsAmong([id]) };
}
