/** Milliseconds: every name that ends in `Ms` carries this unit. */
export type Milliseconds = number;

/** One second in milliseconds, so that no duration is written as a bare number. */
export const SECOND: Milliseconds = 1_000;
/** One minute in milliseconds. */
export const MINUTE: Milliseconds = 60 * SECOND;
/** One hour in milliseconds. */
export const HOUR: Milliseconds = 60 * MINUTE;
/** One day in milliseconds. */
export const DAY: Milliseconds = 24 * HOUR;

/** One kibibyte in bytes: caps of bodies and caches are written with it. */
export const KIB = 1_024;
/** One mebibyte in bytes. */
export const MIB = 1_024 * KIB;
/** One kilobyte in bytes, decimal as sizes are shown. */
export const KB = 1_000;
/** One megabyte in bytes, decimal as sizes are shown. */
export const MB = 1_000_000;
/** One gigabyte in bytes, decimal as Pixop's 500 GB limit is. */
export const GB = 1_000_000_000;
