import { z } from 'zod';
import { batchRowSchema, jobRowSchema } from './imports.ts';
import { localIdSchema } from './ids.ts';

/** What history is narrowed to, each a set of states. */
export const historyKinds = ['all', 'done', 'failed', 'open', 'given-up'] as const;
/** See {@link historyKinds}. */
export type HistoryKind = (typeof historyKinds)[number];

/** Which imports are asked for. */
export const historyQuerySchema = z.strictObject({
  /** Words that name, object key, bucket or video id all have to hold; empty is everything. */
  search: z.string().max(500),
  kind: z.enum(historyKinds),
  /** Null is every batch. */
  batchId: localIdSchema.nullable(),
});
/** See {@link historyQuerySchema}. */
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** One import that was ever queued here. */
export const historyRowSchema = jobRowSchema.extend({
  bucket: z.string(),
  locationName: z.string(),
  projectName: z.string().nullable(),
  queuedAtMs: z.number(),
  /** Still on the queue's list. */
  isListed: z.boolean(),
});
/** See {@link historyRowSchema}. */
export type HistoryRow = z.infer<typeof historyRowSchema>;

/** One batch with what became of it. */
export const historyBatchSchema = batchRowSchema.omit({ settings: true, environmentId: true }).extend({
  projectName: z.string().nullable(),
  done: z.number().int(),
  failed: z.number().int(),
});
/** See {@link historyBatchSchema}. */
export type HistoryBatch = z.infer<typeof historyBatchSchema>;

/** What is forgotten: imports that are settled, taken off the list, and last changed before a time. */
export const forgetSchema = z.strictObject({ changedBeforeMs: z.number().nonnegative() });
