import { z } from 'zod';
import { jobErrorSchema } from '../../shared/imports.ts';

/** What is imported, as it was planned: never changed afterwards. */
export const jobPlanSchema = z.object({
  jobId: z.string(),
  batchId: z.string(),
  objectKey: z.string(),
  sizeBytes: z.number(),
  etag: z.string(),
  name: z.string(),
  /** The operator's text, without the import reference. */
  description: z.string(),
  fileName: z.string(),
});
/** See {@link jobPlanSchema}. */
export type JobPlan = z.infer<typeof jobPlanSchema>;

const operation = z.enum(['INITIAL', 'IN_PROGRESS', 'DONE', 'FAILED']).nullable();

/** How far Pixop is with a video, as it said last. */
export const progressSchema = z.object({
  copy: operation,
  /** 0 to 100. */
  copyPercent: z.number().int(),
  ingest: operation,
  /** 0 to 100. */
  ingestPercent: z.number().int(),
  etaSeconds: z.number().nullable(),
  error: jobErrorSchema.nullable(),
});
/** See {@link progressSchema}. */
export type Progress = z.infer<typeof progressSchema>;

/** The progress of a video that was just made. */
export const noProgress: Progress = {
  copy: null,
  copyPercent: 0,
  ingest: null,
  ingestPercent: 0,
  etaSeconds: null,
  error: null,
};

const reference = z.string().nullable();
const videoId = z.string();

/**
 * Where an import stands. A phase has just the fields that make sense in it, so that no job without a video can be
 * restarted, and none without a reference can be looked for.
 *
 *     planned → intent → accepted (copying, ingesting, done, failed by its progress)
 *               intent → rejected | planned (proven not executed) | unknown
 *               unknown → accepted (found once) | needs-decision
 *               needs-decision → accepted | planned (a new attempt) | skipped
 *               accepted → restart-intent | abandon-intent → accepted | abandoned
 */
export const phaseSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('planned'), error: jobErrorSchema.nullable() }),
  z.object({ state: z.literal('intent'), reference }),
  z.object({ state: z.literal('rejected'), error: jobErrorSchema }),
  z.object({ state: z.literal('unknown'), reference, error: jobErrorSchema }),
  z.object({ state: z.literal('needs-decision'), reference, matches: z.array(z.string()) }),
  z.object({ state: z.literal('skipped') }),
  z.object({ state: z.literal('accepted'), videoId, progress: progressSchema }),
  z.object({
    state: z.literal('restart-intent'),
    videoId,
    progress: progressSchema,
    skipChecksumValidation: z.boolean(),
  }),
  z.object({ state: z.literal('abandon-intent'), videoId, progress: progressSchema }),
  z.object({ state: z.literal('abandoned'), videoId }),
]);
/** See {@link phaseSchema}. */
export type Phase = z.infer<typeof phaseSchema>;

/** One import. */
export const jobSchema = z.object({
  plan: jobPlanSchema,
  /** Order of sending; smaller is earlier. */
  position: z.number(),
  /** Attempts whose intent was written. */
  attempt: z.number().int().nonnegative(),
  /** Workstation time of the last change, epoch milliseconds; for display only. */
  changedAtMs: z.number(),
  /** Taken off the list by the operator, kept for history. */
  removed: z.boolean(),
  phase: phaseSchema,
});
/** See {@link jobSchema}. */
export type Job = Readonly<z.infer<typeof jobSchema>>;
