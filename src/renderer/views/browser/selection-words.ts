import type { BrowseState } from '../../../shared/browse.ts';
import type { Format } from '../../text/format.ts';
import type { Text } from '../../text/text.ts';

/** What the first line below the listing says. */
export interface SelectionInWords {
  /** How much is selected of what can be, or that nothing is, or that nothing can be. */
  readonly main: string;
  /** How much of the selection is out of sight; null where all of it is shown. */
  readonly hidden: string | null;
  /** How much was selected before a refresh and has not been listed again; null where all of it has. */
  readonly awaited: string | null;
  /** How many more objects are shown that cannot be selected; null where there are none, or nothing else. */
  readonly unpickable: string | null;
}

/** How many objects of the view "select all" would add to the selection; they decide whether it is offered. */
export const leftToSelect = ({ matchingPickable, selected, selectedHidden }: BrowseState): number =>
  matchingPickable - (selected - selectedHidden);

/** Puts a selection into words; `isGoingOn` is for a listing that still selects what comes. */
export function selectionInWords(
  browse: BrowseState,
  isGoingOn: boolean,
  text: Text['browser'],
  format: Format,
): SelectionInWords {
  const { selected, selectedBytes, selectedHidden, selectedAwaited, matchingPickable } = browse;
  const unpickable = browse.matchingObjects - matchingPickable;
  const isNoneSaid = selected === 0 && matchingPickable === 0;
  return {
    main:
      selected === 0
        ? unselected(browse, text, format)
        : isGoingOn
          ? text.selectedSoFar(format.count(selected), format.bytes(selectedBytes))
          : text.selected(
              format.count(selected),
              format.count(matchingPickable + selectedHidden),
              format.bytes(selectedBytes),
            ),
    hidden: selectedHidden > 0 ? text.hidden(format.count(selectedHidden)) : null,
    awaited: selectedAwaited > 0 ? text.awaited(format.count(selectedAwaited)) : null,
    unpickable: unpickable > 0 && !isNoneSaid ? text.unpickable(format.count(unpickable)) : null,
  };
}

function unselected(browse: BrowseState, text: Text['browser'], format: Format): string {
  const { matching, matchingObjects, matchingPickable, notPickable } = browse;
  const count = format.count(matchingObjects);
  if (matchingObjects === 0 && matching > 0) return text.foldersOnly(format.count(matching));
  if (matchingObjects > 0 && matchingPickable === 0)
    return text.nonePickable[notPickable ?? 'several'](count);
  return text.nothingSelected(count);
}
