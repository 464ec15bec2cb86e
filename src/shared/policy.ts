import { z } from 'zod';

/** Channels of updates; `off` never looks for any. */
export const updateChannels = ['off', 'stable', 'beta'] as const;
/** What an organisation has decided for its workstations, as the window shows it; null where nobody has. */
export const managedSchema = z.object({
  environment: z.boolean(),
  importReference: z.boolean(),
  updateChannel: z.boolean(),
  /** Hosts that may be reached; null when any may. */
  allowedEndpoints: z.array(z.string()).nullable(),
});
/** See {@link managedSchema}. */
export type Managed = z.infer<typeof managedSchema>;
