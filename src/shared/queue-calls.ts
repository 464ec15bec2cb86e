import { z } from 'zod';
import { localIdSchema } from './ids.ts';
import {
  batchRowSchema,
  candidateSchema,
  decisionSchema,
  jobRowSchema,
  jobTargetSchema,
  queueSummarySchema,
} from './imports.ts';

const nothing = z.null();
/** How many imports a change was made to: those that were not in a fitting state are left as they are. */
export const affectedSchema = z.object({ affected: z.number().int() });

/** The calls about the queue, a part of the contract. */
export const queueRequests = {
  /** The mirror's first load, in pages so that no single message is large. */
  'queue.snapshot': {
    input: z.strictObject({
      from: z.number().int().nonnegative(),
      count: z.number().int().min(1).max(5_000),
    }),
    output: z.object({
      rows: z.array(jobRowSchema),
      batches: z.array(batchRowSchema),
      total: z.number().int(),
      summary: queueSummarySchema,
    }),
  },
  'queue.pause': { input: nothing, output: queueSummarySchema },
  'queue.resume': { input: nothing, output: queueSummarySchema },
  /** Plans rejected imports again; Pixop's answer proved that they made no video. */
  'queue.retry': { input: jobTargetSchema, output: affectedSchema },
  /** Resumes failed copies where they stopped. */
  'queue.restart': {
    input: z.strictObject({ target: jobTargetSchema, skipChecksumValidation: z.boolean() }),
    output: affectedSchema,
  },
  /**
   * Permanently deletes the video records of failed copies; the screen asks first. With `importAgain` each object is
   * queued anew as soon as its video is known to be gone.
   */
  'queue.abandon': {
    input: z.strictObject({ target: jobTargetSchema, importAgain: z.boolean() }),
    output: affectedSchema,
  },
  'queue.decide': {
    input: z.strictObject({ target: jobTargetSchema, decision: decisionSchema }),
    output: affectedSchema,
  },
  'queue.candidates': { input: z.strictObject({ jobId: localIdSchema }), output: z.array(candidateSchema) },
  /** Takes unsent imports out of the queue, and settled ones off the list (they stay in history). */
  'queue.remove': { input: jobTargetSchema, output: affectedSchema },
  'queue.move': {
    input: z.strictObject({
      jobIds: z.array(localIdSchema).min(1).max(50_000),
      to: z.enum(['top', 'bottom', 'up', 'down']),
    }),
    output: affectedSchema,
  },
  /** Writes the list to a file that the operator names in the system's dialog; `savedAs` is null when it was closed. */
  'queue.export': {
    input: z.strictObject({ format: z.enum(['csv', 'json']), failedOnly: z.boolean() }),
    output: z.object({ savedAs: z.string().nullable(), rows: z.number().int() }),
  },
} as const;
