import type { JobRow, JobState } from '../../../shared/imports.ts';

/** What can be done with an import; each is a call of the contract or a copy to the clipboard. */
export type JobAction =
  | 'restart'
  | 'restart-unchecked'
  | 'start-over'
  | 'abandon'
  | 'retry'
  | 'decide'
  | 'move-top'
  | 'move-bottom'
  | 'remove'
  | 'open'
  | 'copy-video-id'
  | 'copy-request-id'
  | 'copy-object-key';

const byState: Readonly<Record<JobState, readonly JobAction[]>> = {
  planned: ['move-top', 'move-bottom', 'remove'],
  sending: [],
  unknown: [],
  'needs-decision': ['decide'],
  rejected: ['retry', 'remove'],
  accepted: ['open'],
  copying: ['open'],
  ingesting: ['open'],
  done: ['open', 'remove'],
  // A running copy cannot be cancelled; a failed one can be resumed, or its record deleted.
  failed: ['restart', 'restart-unchecked', 'start-over', 'abandon', 'open'],
  restarting: [],
  abandoning: [],
  skipped: ['remove'],
  abandoned: ['remove'],
};

/** The actions that an import's state allows, the safest first. */
export const actionsOf = (state: JobState): readonly JobAction[] => byState[state];

/** The actions that every one of several imports allows. */
export function commonActions(states: Iterable<JobState>): readonly JobAction[] {
  const all = [...new Set(states)].map((state) => new Set(actionsOf(state)));
  const [first, ...rest] = all;
  return first === undefined ? [] : [...first].filter((action) => rest.every((other) => other.has(action)));
}

/** Actions that are for one import at a time. */
const single = new Set<JobAction>(['open', 'decide']);

/**
 * The actions offered for selected imports. Sending first or last is only offered where something changes by it: when
 * others wait too, `waiting` being how many wait in all.
 */
export function offeredActions(rows: readonly JobRow[], waiting: number): readonly JobAction[] {
  return commonActions(rows.map((row) => row.state)).filter((action) =>
    action === 'move-top' || action === 'move-bottom'
      ? waiting > rows.length
      : rows.length === 1 || !single.has(action),
  );
}
