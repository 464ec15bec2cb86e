import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { batchRowSchema, jobRowSchema } from './imports.ts';
import { localIdSchema } from './ids.ts';
import { connectionIdSchema, connectionSchema, environmentIds } from './session.ts';

/** What history is narrowed to, each a set of states. */
export const historyKinds = ['all', 'done', 'failed', 'open', 'given-up'] as const;
/** See {@link historyKinds}. */
export type HistoryKind = (typeof historyKinds)[number];

/** Which imports are asked for. */
export const historyQuerySchema = z.strictObject({
  /** Words that name, object key, bucket or video id all have to hold; empty is everything. */
  search: z.string().max(500),
  kind: z.enum(historyKinds),
  /** Null is every account. */
  connectionId: connectionIdSchema.nullable(),
  /** Null is every batch. */
  batchId: localIdSchema.nullable(),
});
/** See {@link historyQuerySchema}. */
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** One import that was ever queued here. */
export const historyRowSchema = jobRowSchema.extend({
  connectionId: connectionIdSchema,
  environmentId: z.enum(environmentIds),
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
  connectionId: connectionIdSchema,
  projectName: z.string().nullable(),
  done: z.number().int(),
  failed: z.number().int(),
});
/** See {@link historyBatchSchema}. */
export type HistoryBatch = z.infer<typeof historyBatchSchema>;

/** An account whose imports history knows: one that is connected, or a removed one that has left some. */
export const historyAccountSchema = connectionSchema
  .pick({ connectionId: true, environment: true, account: true })
  .extend({
    isRemoved: z.boolean(),
    /** Why its imports are missing from what is shown; null while they are not. */
    error: appErrorSchema.nullable(),
  });
/** See {@link historyAccountSchema}. */
export type HistoryAccount = z.infer<typeof historyAccountSchema>;

/** What is forgotten: imports that are settled, taken off the list, and last changed before a time. */
export const forgetSchema = z.strictObject({
  changedBeforeMs: z.number().nonnegative(),
  /** Null is every account. */
  connectionId: connectionIdSchema.nullable(),
});
/** See {@link forgetSchema}. */
export type Forget = z.infer<typeof forgetSchema>;
