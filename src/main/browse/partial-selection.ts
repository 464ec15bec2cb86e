import type { BrowseState, SelectionChange } from '../../shared/browse.ts';

/**
 * Objects that matched and can be imported when everything of a listing under way was selected; null for any other
 * selection. A few that are picked by hand are what the operator saw, whatever was still to come.
 */
export type CoveredObjects = number | null;

/** What a change of the selection makes of it: taking single objects out leaves it what it was. */
export function coveredAfter(
  change: SelectionChange,
  state: BrowseState,
  before: CoveredObjects,
): CoveredObjects {
  const { matchingPickable, selected, selectedHidden, complete } = state;
  const isAll =
    change.kind === 'all-matching' || (matchingPickable > 0 && selected - selectedHidden >= matchingPickable);
  if (isAll) return complete ? null : matchingPickable;
  return change.kind === 'toggle' || ('additive' in change && change.additive) ? before : null;
}

/** Whether a selection is less than it was meant to be: more of everything may have come since, or of what was selected before a refresh. */
export function isPartial(covered: CoveredObjects, state: BrowseState | null): boolean {
  if (state === null) return false;
  if (state.selectedAwaited > 0) return true;
  if (covered === null) return false;
  return !state.complete || state.matchingPickable !== covered;
}
