/** The window's regions in reading order; F6 goes from one to the next. */
const regions = ['sources', 'browser', 'queue'] as const;
/** See {@link regions}. */
export type Region = (typeof regions)[number];

/** The DOM id of a region's landmark. */
export const regionId = (region: Region): string => `region-${region}`;

/** What takes the focus in a region: its list's current row, else its list. */
const LISTS = [
  '[role="row"][tabindex="0"], [role="option"][tabindex="0"]',
  '[role="grid"][tabindex="0"], [role="listbox"][tabindex="0"], [role="treegrid"][tabindex="0"]',
] as const;
/** Else its first control. */
const TARGETS = [
  ...LISTS,
  'button:not(:disabled), input:not(:disabled), [tabindex="0"]:not([role="separator"])',
] as const;

/** Moves the keyboard into a region. */
export function focusRegion(region: Region): void {
  const landmark = document.getElementById(regionId(region));
  if (landmark !== null && !focusFirst(landmark, TARGETS)) landmark.focus();
}

/** Focuses the first that there is; false when there is none. */
function focusFirst(landmark: HTMLElement, selectors: readonly string[]): boolean {
  for (const selector of selectors) {
    const target = landmark.querySelector(selector);
    if (!(target instanceof HTMLElement)) continue;
    target.focus();
    return true;
  }
  return false;
}

/** Ends the wait of {@link focusListOf}. */
let stopWaiting = (): void => undefined;

/** Moves the keyboard into a region's list. Until there is one, the region holds it, which outlives what it shows. */
export function focusListOf(region: Region): void {
  stopWaiting();
  const landmark = document.getElementById(regionId(region));
  if (landmark === null || focusFirst(landmark, LISTS)) return;
  landmark.focus();
  const observer = new MutationObserver(() => {
    if (document.activeElement !== landmark || focusFirst(landmark, LISTS)) stopWaiting();
  });
  stopWaiting = () => observer.disconnect();
  observer.observe(landmark, { childList: true, subtree: true });
}

/** The region after (or before) the one that holds the focus. */
export function neighbourRegion(step: 1 | -1): Region {
  const current = regions.findIndex(
    (region) => document.getElementById(regionId(region))?.contains(document.activeElement) === true,
  );
  const start = current === -1 && step === -1 ? 0 : current;
  return regions[(start + step + regions.length) % regions.length] ?? 'browser';
}
