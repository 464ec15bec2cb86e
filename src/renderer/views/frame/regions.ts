/** The window's regions in reading order; F6 goes from one to the next. */
const regions = ['sources', 'browser', 'queue'] as const;
/** See {@link regions}. */
export type Region = (typeof regions)[number];

/** The DOM id of a region's landmark. */
export const regionId = (region: Region): string => `region-${region}`;

/** What takes the focus in a region: its list's current row, else its list, else its first control. */
const TARGETS = [
  '[role="row"][tabindex="0"], [role="option"][tabindex="0"]',
  '[role="grid"][tabindex="0"], [role="listbox"][tabindex="0"], [role="treegrid"][tabindex="0"]',
  'button:not(:disabled), input:not(:disabled), [tabindex="0"]:not([role="separator"])',
] as const;

/** Moves the keyboard into a region. */
export function focusRegion(region: Region): void {
  const landmark = document.getElementById(regionId(region));
  for (const selector of TARGETS) {
    const target = landmark?.querySelector(selector);
    if (target instanceof HTMLElement) {
      target.focus();
      return;
    }
  }
  landmark?.focus();
}

/** The region after (or before) the one that holds the focus. */
export function neighbourRegion(step: 1 | -1): Region {
  const current = regions.findIndex(
    (region) => document.getElementById(regionId(region))?.contains(document.activeElement) === true,
  );
  const start = current === -1 && step === -1 ? 0 : current;
  return regions[(start + step + regions.length) % regions.length] ?? 'browser';
}
