import { headingId, partsBetween, ROW_PX, topOfLine, type GroupLayout } from './group-layout.ts';

/** Rows after the first visible one that are tried when it has left the list. */
const TRIED = 40;

/**
 * Where to scroll so that what the operator reads stays where it is although lines came or went above it. The head of
 * the list stays in sight when it is: there the newest is what one looks for.
 */
export function keptScrollTop(before: GroupLayout, after: GroupLayout, scrollTop: number): number {
  if (scrollTop <= 0) return 0;
  const [part] = partsBetween(before, scrollTop, scrollTop + 1, 0);
  if (part === undefined) return scrollTop;
  const { group, first } = part;
  for (const [at, jobId] of group.jobIds.slice(first, first + TRIED).entries()) {
    const top = topOfLine(after, jobId);
    if (top !== null) return scrollTop + top - (group.topPx + group.headPx + (first + at) * ROW_PX);
  }
  const heading = group.batchId === null ? null : topOfLine(after, headingId(group.batchId));
  return heading ?? scrollTop;
}
