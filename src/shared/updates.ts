import { z } from 'zod';

/** How far the app is with its own renewal; each state says what can be done next. */
export const updateStateSchema = z.discriminatedUnion('kind', [
  /** This build has no place to look for updates: it was not packaged with one. */
  z.object({ kind: z.literal('unsupported') }),
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('idle'), checkedAtMs: z.number().nullable() }),
  z.object({ kind: z.literal('checking') }),
  z.object({
    kind: z.literal('downloading'),
    version: z.string(),
    percent: z.number().int().min(0).max(100),
  }),
  /** Downloaded and verified; it is installed when the operator says so. */
  z.object({ kind: z.literal('ready'), version: z.string() }),
  z.object({ kind: z.literal('failed'), message: z.string().max(2_000) }),
]);
/** See {@link updateStateSchema}. */
export type UpdateState = z.infer<typeof updateStateSchema>;
