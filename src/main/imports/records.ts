import { z } from 'zod';
import { batchRowSchema, jobErrorSchema } from '../../shared/imports.ts';
import { localIdSchema } from '../../shared/ids.ts';

/**
 * Everything that the journal can say, one line of the engine's life each. A record only ever adds: what it means for
 * a job is for `transitions.ts`. Fields may be added as optional ones; anything else raises the journal's version.
 */
const jobId = localIdSchema;
const atMs = z.number();
const videoId = z.string().min(1).max(64);
const videoIds = z.array(videoId);
const error = jobErrorSchema;

/** What is planned for one object; also the unchanging part of a snapshot. */
const plan = {
  jobId,
  batchId: localIdSchema,
  position: z.number(),
  objectKey: z.string(),
  sizeBytes: z.number(),
  etag: z.string(),
  name: z.string(),
  description: z.string(),
  fileName: z.string(),
};

const snapshot = {
  ...plan,
  refs: z.array(z.string()),
  attempt: z.number().int(),
  sinceMs: z.number().nullable(),
  doubles: videoIds,
  hidden: z.boolean(),
  changedAtMs: z.number(),
};
const progress = { copyPercent: z.number(), ingestPercent: z.number(), etaSeconds: z.number().nullable() };
const inState = <State extends string>(state: State) => ({ ...snapshot, state: z.literal(state) });

/** A whole job, as compaction writes it. */
const jobSnapshot = z.discriminatedUnion('state', [
  z.object(inState('planned')),
  z.object(inState('skipped')),
  z.object({ ...inState('sending'), marked: z.boolean() }),
  z.object({ ...inState('rejected'), error }),
  z.object({ ...inState('unknown'), marked: z.boolean(), error: error.nullable() }),
  z.object({ ...inState('needs-decision'), marked: z.boolean(), error: error.nullable(), matches: videoIds }),
  z.object({ ...inState('accepted'), videoId }),
  z.object({ ...inState('copying'), videoId, ...progress }),
  z.object({ ...inState('ingesting'), videoId, ...progress }),
  z.object({ ...inState('done'), videoId }),
  z.object({ ...inState('abandoned'), videoId }),
  z.object({ ...inState('failed'), videoId, error }),
  z.object({ ...inState('restarting'), videoId, error }),
  z.object({ ...inState('abandoning'), videoId, error, again: z.boolean().default(false) }),
]);

/** Records about one job; each is a transition. */
const jobRecords = [
  /** On disk before the first byte of the request leaves. */
  z.object({ type: z.literal('intent'), jobId, atMs, sinceMs: z.number().nullable(), marked: z.boolean() }),
  z.object({
    type: z.literal('accepted'),
    jobId,
    atMs,
    videoId,
    how: z.enum(['answered', 'found', 'chosen']),
  }),
  z.object({ type: z.literal('rejected'), jobId, atMs, error }),
  /** Proven that no video was made: the attempt may be sent again under the same reference. */
  z.object({ type: z.literal('released'), jobId, atMs }),
  z.object({ type: z.literal('unknown'), jobId, atMs, error }),
  z.object({ type: z.literal('undecided'), jobId, atMs, matches: videoIds }),
  z.object({ type: z.literal('skipped'), jobId, atMs }),
  z.object({ type: z.literal('replanned'), jobId, atMs, ref: z.string().nullable() }),
  z.object({ type: z.literal('done'), jobId, atMs }),
  z.object({ type: z.literal('failed'), jobId, atMs, error }),
  z.object({ type: z.literal('restarting'), jobId, atMs }),
  z.object({ type: z.literal('resumed'), jobId, atMs }),
  z.object({ type: z.literal('abandoning'), jobId, atMs, again: z.boolean().default(false) }),
  z.object({ type: z.literal('abandoned'), jobId, atMs }),
  z.object({ type: z.literal('doubled'), jobId, atMs, videoId }),
  z.object({ type: z.literal('hidden'), jobId, atMs }),
  z.object({ type: z.literal('moved'), jobId, atMs, position: z.number() }),
] as const;

/** Records about the queue as a whole. */
const queueRecords = [
  z.object({
    type: z.literal('batch'),
    batch: batchRowSchema
      .omit({ total: true })
      .extend({ anchorMs: z.number().nullable(), audited: z.boolean().default(false) }),
  }),
  z.object({ type: z.literal('anchor'), batchId: localIdSchema, anchorMs: z.number() }),
  /** Every reference of the batch was seen to belong to one video. */
  z.object({ type: z.literal('audited'), batchId: localIdSchema }),
  z.object({ type: z.literal('planned'), atMs, ref: z.string().nullable(), ...plan }),
  z.object({ type: z.literal('job'), job: jobSnapshot }),
  /** Taken out before it was ever sent, or forgotten after it was taken off the list: nothing is left of it. */
  z.object({ type: z.literal('removed'), jobId }),
  z.object({ type: z.literal('paused'), paused: z.boolean() }),
] as const;

const recordSchema = z.discriminatedUnion('type', [...jobRecords, ...queueRecords]);
const jobRecordSchema = z.discriminatedUnion('type', jobRecords);

/** One record of the journal. */
export type JournalRecord = z.infer<typeof recordSchema>;
/** A record that changes one job. */
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** Reads a record, or null when it is none that this version knows. */
export function parseRecord(value: unknown): JournalRecord | null {
  const parsed = recordSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
