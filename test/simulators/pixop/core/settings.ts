import { z } from 'zod';

/** How the platform behaves while nothing is wrong; a plain value, so that tests assign fields and the control endpoint patches them. */
export const settingsSchema = z.strictObject({
  /** Requests a minute on the key, as `X-RateLimit-Limit` says. */
  limitPerMinute: z.number().int().min(1).max(1_000_000),
  /** Requests a minute that another program spends on the same key. */
  foreignPerMinute: z.number().int().min(0).max(1_000_000),
  /** Speed of one copy, bytes a second. */
  copyBytesPerSecond: z.number().min(1).max(1e15),
  /** Copies that run at the same time; the others wait as INITIAL. */
  maxCopies: z.number().int().min(1).max(100_000),
  /** Reading the metadata after a copy, milliseconds. */
  ingestionMs: z.number().min(0).max(3_600_000),
  /** The same where thumbnails and the web video were asked for, milliseconds. */
  fullIngestionMs: z.number().min(0).max(3_600_000),
  /** Steps in which ingestion reports progress. */
  ingestionSteps: z.number().int().min(1).max(100),
  /** Whether the free clip of ten seconds is cut from every master. */
  isClipMade: z.boolean(),
});
/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** A platform at the pace of a demonstration: quick, but slow enough to be watched. */
export const defaultSettings = (): Settings => ({
  limitPerMinute: 600,
  foreignPerMinute: 0,
  copyBytesPerSecond: 100_000_000,
  maxCopies: 8,
  ingestionMs: 1_500,
  fullIngestionMs: 6_000,
  ingestionSteps: 4,
  isClipMade: true,
});
