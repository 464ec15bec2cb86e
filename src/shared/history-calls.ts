import { z } from 'zod';
import {
  forgetSchema,
  historyAccountSchema,
  historyBatchSchema,
  historyQuerySchema,
  historyRowSchema,
} from './history.ts';
import { affectedSchema } from './queue-calls.ts';
import { windowOf } from './window-of.ts';

/** The calls about history, a part of the contract: what was ever queued here, also what was taken off its queue's list. */
export const historyRequests = {
  'history.imports': {
    input: historyQuerySchema.extend(windowOf),
    output: z.object({ rows: z.array(historyRowSchema), total: z.number().int() }),
  },
  'history.batches': {
    input: z.null(),
    output: z.object({ accounts: z.array(historyAccountSchema), batches: z.array(historyBatchSchema) }),
  },
  /** Writes what a query finds to a file that the operator names in the system's dialog; `savedAs` is null when it was closed. */
  'history.export': {
    input: historyQuerySchema.extend({ format: z.enum(['csv', 'json']) }),
    output: z.object({ savedAs: z.string().nullable(), rows: z.number().int() }),
  },
  /** How many imports `history.forget` would forget. */
  'history.forgettable': { input: forgetSchema, output: affectedSchema },
  /** Forgets them: they are then no longer known when the same objects are imported again. */
  'history.forget': { input: forgetSchema, output: affectedSchema },
} as const;
