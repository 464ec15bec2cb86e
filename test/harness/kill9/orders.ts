import { z } from 'zod';
import { jobStates } from '../../../src/shared/imports.ts';

/** Precautions that a child can be told to go without. */
export const mutants = ['sends again after a lost answer', 'keeps no intent'] as const;
/** One of {@link mutants}. */
export type Mutant = (typeof mutants)[number];

/** What a child needs to know, as its one argument. */
export const orderSchema = z.object({
  url: z.string(),
  apiKey: z.string(),
  teamId: z.string(),
  locationId: z.string(),
  journal: z.string(),
  imports: z.number(),
  lookDelaysMs: z.array(z.number()),
  mutant: z.enum(mutants).nullable(),
});
/** See {@link orderSchema}. */
export type Order = z.infer<typeof orderSchema>;

/** What a child says. */
export const toldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('settled'),
    rows: z.array(z.object({ objectKey: z.string(), state: z.enum(jobStates) })),
  }),
]);
/** See {@link toldSchema}. */
export type Told = z.infer<typeof toldSchema>;
