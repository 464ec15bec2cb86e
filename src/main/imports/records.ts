import { z } from 'zod';
import { batchRowSchema, jobErrorSchema } from '../../shared/imports.ts';
import { jobPlanSchema, jobSchema, progressSchema } from './job.ts';

const atMs = z.number();
const jobId = z.string();
const of = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), jobId, atMs, ...shape });

/** What happens to one job. Each is written to the journal before it counts. */
export const jobRecordSchema = z.discriminatedUnion('type', [
  /** The request may be sent from now on. */
  of('intent', { reference: z.string().nullable() }),
  /** `response` saw it, `scan` found it by its reference, `operator` named it. */
  of('accepted', { videoId: z.string(), via: z.enum(['response', 'scan', 'operator']) }),
  of('rejected', { error: jobErrorSchema }),
  of('not-executed', { error: jobErrorSchema }),
  of('unknown', { error: jobErrorSchema }),
  of('needs-decision', { matches: z.array(z.string()) }),
  of('import-again', {}),
  of('skipped', {}),
  of('progress', { progress: progressSchema }),
  of('restart-intent', { skipChecksumValidation: z.boolean() }),
  of('restarted', {}),
  of('abandon-intent', {}),
  of('abandoned', {}),
  /** The intent to restart or abandon came to nothing: Pixop's state is read again. */
  of('intent-dropped', {}),
  of('removed', {}),
  of('moved', { position: z.number() }),
]);
/** See {@link jobRecordSchema}. */
export type JobRecord = z.infer<typeof jobRecordSchema>;

/** Every record of the journal. */
export const recordSchema = z.union([
  jobRecordSchema,
  z.object({
    type: z.literal('batch'),
    batch: batchRowSchema,
    /** Newest `createdAt` that Pixop listed before the batch was planned: its clock, not this workstation's. */
    anchorMs: z.number().nullable(),
  }),
  z.object({
    type: z.literal('planned'),
    atMs,
    jobs: z.array(z.object({ plan: jobPlanSchema, position: z.number() })),
  }),
  /** A job as it stood when the journal was compacted. */
  z.object({ type: z.literal('job'), job: jobSchema }),
  z.object({ type: z.literal('operator-paused'), paused: z.boolean() }),
]);
/** See {@link recordSchema}. */
export type JournalRecord = z.infer<typeof recordSchema>;
