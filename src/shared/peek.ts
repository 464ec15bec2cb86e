import { z } from 'zod';

/** How the lines of a frame follow each other; the order of fields is that of the first one shown. */
const scanTypes = ['progressive', 'interlaced', 'top-field-first', 'bottom-field-first'] as const;

/** What a video's header says. Names of formats are the trade's own and are never translated. */
export const mediaFactsSchema = z.object({
  container: z.string(),
  /** Such as `H.264` or `ProRes 422 LT`; null when there is no video in the file. */
  codec: z.string().nullable(),
  /** As shown, upright: a rotation in the header is applied. */
  widthPx: z.number().int().positive().nullable(),
  heightPx: z.number().int().positive().nullable(),
  /** Null when the rate varies or the header does not tell. */
  framesPerSecond: z.number().positive().nullable(),
  durationMs: z.number().int().nonnegative().nullable(),
  scan: z.enum(scanTypes).nullable(),
  bitDepth: z.number().int().positive().nullable(),
  /** Such as `4:2:2`. */
  chroma: z.string().nullable(),
  /** Such as `AAC · 2`: format and number of channels of the first track. */
  audio: z.string().nullable(),
});
/** See {@link mediaFactsSchema}. */
export type MediaFacts = z.infer<typeof mediaFactsSchema>;
