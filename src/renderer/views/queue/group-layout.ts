import type { JobGroup } from '../../store/job-list.ts';

/** Heights in CSS pixels, the same as `--job-row` and `--batch-row` in the style sheet. */
export const ROW_PX = 60;
/** See {@link ROW_PX}. */
export const HEADING_PX = 52;

/** A line of the list as the keyboard sees it: an import, or the heading of a batch. */
export const headingId = (batchId: string): string => `batch ${batchId}`;
/** The batch of a heading's line; null for an import. */
export const batchOfLine = (line: string): string | null =>
  line.startsWith('batch ') ? line.slice('batch '.length) : null;

/** A group with its place in the list. */
export interface PlacedGroup {
  readonly batchId: string | null;
  /** Those that are shown: none of a collapsed batch. */
  readonly jobIds: readonly string[];
  /** All of them. */
  readonly size: number;
  readonly isCollapsed: boolean;
  readonly topPx: number;
  readonly headPx: number;
  readonly heightPx: number;
  /** Lines before it. */
  readonly firstLine: number;
}

/** Where everything stands: rows of one height, headings of another, so that nothing has to be measured. */
export interface GroupLayout {
  readonly groups: readonly PlacedGroup[];
  readonly heightPx: number;
  readonly lineCount: number;
}

/** A part of a group that is to be rendered: its rows from `first` to before `last`. */
export interface VisiblePart {
  readonly group: PlacedGroup;
  readonly first: number;
  readonly last: number;
}

/** Places groups one below the other. */
export function layOut(groups: readonly JobGroup[], collapsed: ReadonlySet<string>): GroupLayout {
  let topPx = 0;
  let firstLine = 0;
  const placed = groups.map(({ batchId, jobIds }): PlacedGroup => {
    const isCollapsed = batchId !== null && collapsed.has(batchId);
    const shown = isCollapsed ? [] : jobIds;
    const headPx = batchId === null ? 0 : HEADING_PX;
    const heightPx = headPx + shown.length * ROW_PX;
    const group = { batchId, jobIds: shown, size: jobIds.length, isCollapsed };
    const place = { topPx, headPx, heightPx, firstLine };
    topPx += heightPx;
    firstLine += shown.length + (batchId === null ? 0 : 1);
    return { ...group, ...place };
  });
  return { groups: placed, heightPx: topPx, lineCount: firstLine };
}

/** What of the list lies between two heights, with some rows more on each side. */
export function partsBetween(
  { groups }: GroupLayout,
  fromPx: number,
  toPx: number,
  overscan: number,
): readonly VisiblePart[] {
  const margin = overscan * ROW_PX;
  return groups.flatMap((group) => {
    const top = fromPx - margin - group.topPx;
    const bottom = toPx + margin - group.topPx;
    if (top >= group.heightPx || bottom <= 0) return [];
    const clamp = (row: number): number => Math.max(0, Math.min(group.jobIds.length, row));
    const first = clamp(Math.floor((top - group.headPx) / ROW_PX));
    return [{ group, first, last: clamp(Math.ceil((bottom - group.headPx) / ROW_PX)) }];
  });
}

/** Every line in order. */
export const linesOf = ({ groups }: GroupLayout): readonly string[] =>
  groups.flatMap(({ batchId, jobIds }) => (batchId === null ? jobIds : [headingId(batchId), ...jobIds]));

/** Where a line starts, or null when it is not in the list. */
export function topOfLine({ groups }: GroupLayout, line: string): number | null {
  const batchId = batchOfLine(line);
  for (const group of groups) {
    if (batchId !== null && group.batchId === batchId) return group.topPx;
    const index = batchId === null ? group.jobIds.indexOf(line) : -1;
    if (index >= 0) return group.topPx + group.headPx + index * ROW_PX;
  }
  return null;
}
