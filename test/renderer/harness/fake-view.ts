import type { BrowseView, SelectionChange } from '../../../src/shared/browse.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import type { BucketRow, FakePrefix } from './fake-bucket.ts';

const VIDEO = /\.(?:mp4|mov|mxf|m4v|mkv|avi|mts|webm)\s*$/i;

function textTest({ text, mode }: BrowseView['filter']): (name: string) => boolean {
  if (text === '') return () => true;
  if (mode === 'substring') return (name) => name.toLowerCase().includes(text.toLowerCase());
  try {
    const source = mode === 'regex' ? text : `^${text.replaceAll('.', '\\.').replaceAll('*', '.*')}$`;
    const expression = new RegExp(source, 'iu');
    return (name) => expression.test(name);
  } catch (cause) {
    throw new AppFailure(
      {
        code: 'bad-request',
        message: 'This is not a valid expression.',
        detail: { source: 'app', serviceCode: 'InvalidExpression' },
      },
      { cause },
    );
  }
}

const within = (value: number, min: number | null, max: number | null): boolean =>
  (min === null || value >= min) && (max === null || value <= max);

function matcher(filter: BrowseView['filter'], prefix: string): (row: BucketRow) => boolean {
  const matches = textTest(filter);
  return (row) => {
    if (!matches(row.key.slice(prefix.length))) return false;
    if (row.kind === 'folder') return true;
    return (
      (!filter.videosOnly || VIDEO.test(row.key)) &&
      within(row.sizeBytes, filter.minSizeBytes, filter.maxSizeBytes) &&
      within(row.modifiedMs, filter.modifiedAfterMs, filter.modifiedBeforeMs) &&
      (filter.storageClasses?.includes(row.storageClass) ?? true) &&
      (filter.badges?.includes(row.badge) ?? true)
    );
  };
}

/** The positions of the rows that a view shows, in its order; folders stay first. */
export function arrange(
  listed: FakePrefix,
  count: number,
  view: BrowseView,
  prefix: string,
): readonly number[] {
  const matches = matcher(view.filter, prefix);
  const ids: number[] = [];
  for (let id = 0; id < count; id += 1) if (matches(listed.rowAt(id))) ids.push(id);
  const { column, descending } = view.sort;
  // The script lists by name.
  if (column === 'name' && !descending) return ids;
  const valueOf = (id: number): number => {
    const row = listed.rowAt(id);
    return column === 'name' ? id : column === 'size' ? row.sizeBytes : row.modifiedMs;
  };
  const isObject = (id: number): number => (listed.rowAt(id).kind === 'folder' ? 0 : 1);
  return ids.toSorted(
    (left, right) =>
      isObject(left) - isObject(right) || (valueOf(left) - valueOf(right)) * (descending ? -1 : 1),
  );
}

/** Changes a selection of ids as main would; `ids` are the rows in the view's order. */
export function applyChange(
  selected: Set<number>,
  ids: readonly number[],
  change: SelectionChange,
  canPick: (id: number) => boolean,
): void {
  const add = (id: number | undefined): void => {
    if (id !== undefined && canPick(id)) selected.add(id);
  };
  switch (change.kind) {
    case 'none':
      return selected.clear();
    case 'only':
      selected.clear();
      return add(change.row.id ?? ids[change.row.index]);
    case 'toggle': {
      const id = change.row.id ?? ids[change.row.index];
      if (id === undefined || !selected.delete(id)) add(id);
      return undefined;
    }
    case 'range': {
      if (!change.additive) selected.clear();
      const [from, to] = [change.from.index, change.to.index].toSorted((a, b) => a - b);
      return ids.slice(from, (to ?? 0) + 1).forEach(add);
    }
    case 'all-matching':
      return ids.forEach(add);
    case 'invert-matching':
      for (const id of ids) if (!selected.delete(id)) add(id);
      return undefined;
    case 'marquee': {
      const { block, additive } = change;
      // What was selected before is not kept here: no picture shows a rectangle that has become smaller.
      if (block === null) return undefined;
      if (!additive) selected.clear();
      for (let line = block.fromLine; line < block.toLine; line += 1)
        ids
          .slice(line * block.columns + block.fromColumn, line * block.columns + block.toColumn)
          .forEach(add);
      return undefined;
    }
  }
}
