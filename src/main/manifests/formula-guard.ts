/** Beginnings that make a spreadsheet take a cell for a formula, and the sign that guards them. */
const dangerous = /^['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const guarded = /^'(?=['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;

/** Keeps a spreadsheet from running a cell: an apostrophe before it makes it text. {@link unguard} takes it away. */
export const guard = (cell: string): string => (dangerous.test(cell) ? `'${cell}` : cell);

/** Takes away the guard that an export has put before a cell, so that a file comes back as it went. */
export const unguard = (cell: string): string => cell.replace(guarded, '');
