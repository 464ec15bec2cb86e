import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { localIdSchema, objectKeySchema, pixopIdSchema } from './ids.ts';
import { environmentIds } from './session.ts';

/**
 * States of one import as the queue shows them. They follow the engine's machine one to one:
 * planned → sending → accepted → copying → ingesting → done, with the side roads below.
 */
export const jobStates = [
  /** On disk, not sent; safe to remove. */
  'planned',
  /** The intent is on disk and the request may be on its way. */
  'sending',
  /** Pixop refused it with an answer that proves no video was made. */
  'rejected',
  /** Sent, but the outcome was not seen; the engine is looking for it in Pixop's list. */
  'unknown',
  /** Looked for and not settled: the operator chooses (import again, skip, choose video). */
  'needs-decision',
  /** The operator chose not to import it. */
  'skipped',
  /** Pixop made the video record; no copy progress seen yet. */
  'accepted',
  'copying',
  'ingesting',
  'done',
  /** Pixop's copy or ingestion failed; it can be restarted or abandoned. */
  'failed',
  'restarting',
  'abandoning',
  /** The video record was deleted by the operator's choice. */
  'abandoned',
] as const;
/** See {@link jobStates}. */
export type JobState = (typeof jobStates)[number];

/** Why an import is not done: Pixop's words kept, with the request id support asks for. */
export const jobErrorSchema = z.object({
  /** Pixop's `errorCode` or `upload.error.code`, or one of this app's {@link errorCodes}; open-ended. */
  code: z.string().max(200),
  message: z.string().max(2_000),
  requestId: z.string().max(200).nullable(),
  httpStatus: z.number().int().nullable(),
});
/** See {@link jobErrorSchema}. */
export type JobError = z.infer<typeof jobErrorSchema>;

/** One video of the queue, as the renderer mirrors it (tens of thousands of these: keep it flat and small). */
export const jobRowSchema = z.object({
  jobId: localIdSchema,
  batchId: localIdSchema,
  /** Order in the queue; smaller is sent earlier. */
  position: z.number(),
  objectKey: objectKeySchema,
  name: z.string(),
  sizeBytes: z.number().nonnegative(),
  state: z.enum(jobStates),
  /** Integers 0 to 100 as Pixop reports them. */
  copyPercent: z.number().int().min(0).max(100),
  ingestPercent: z.number().int().min(0).max(100),
  etaSeconds: z.number().nonnegative().nullable(),
  videoId: pixopIdSchema.nullable(),
  error: jobErrorSchema.nullable(),
  /** Attempts sent so far; 0 while never sent. */
  attempt: z.number().int().nonnegative(),
  /** Workstation time of the last change, epoch milliseconds: for sorting and history, never for decisions. */
  changedAtMs: z.number(),
});
/** See {@link jobRowSchema}. */
export type JobRow = z.infer<typeof jobRowSchema>;

/** What a batch asks of Pixop for all its videos; also what the batch sheet remembers. */
export const batchSettingsSchema = z.strictObject({
  teamId: pixopIdSchema,
  /** Null files the videos in the team's default project. */
  projectId: pixopIdSchema.nullable(),
  projectName: z.string().max(47).nullable(),
  /** `fullIngestion` of the API: thumbnails, web video and quality assessment; false ingests metadata only. */
  fullIngestion: z.boolean(),
  nameTemplate: z.string().min(1).max(500),
  descriptionTemplate: z.string().max(1_000),
  /** Ends each description with an import reference, so that an interrupted import is found instead of paid twice. */
  importReference: z.boolean(),
});
/** See {@link batchSettingsSchema}. */
export type BatchSettings = z.infer<typeof batchSettingsSchema>;

/** A batch as the queue groups it and history lists it. */
export const batchRowSchema = z.object({
  batchId: localIdSchema,
  createdAtMs: z.number(),
  environmentId: z.enum(environmentIds),
  locationId: pixopIdSchema,
  locationName: z.string(),
  bucket: z.string(),
  settings: batchSettingsSchema,
  total: z.number().int(),
});
/** See {@link batchRowSchema}. */
export type BatchRow = z.infer<typeof batchRowSchema>;

/** Findings of the preflight; each names a group of objects of the draft, or all of them. */
export const preflightIds = [
  'over-500-gb',
  'zero-bytes',
  'archived',
  'sidecar',
  /** Of the draft as a whole: its listing had not come to its end when everything was selected. */
  'partial-listing',
  'recently-written',
  'name-shortened',
  'description-shortened',
  'file-name-sanitised',
  'already-queued',
  'already-imported',
  'copy-failed',
  'imported-elsewhere',
  'duplicate-name',
  'duplicate-key',
  'missing',
] as const;
/** See {@link preflightIds}. */
export type PreflightId = (typeof preflightIds)[number];

/** One line of the preflight: `exclude` by default leaves its objects out, `fixed` was mended, `notice` only tells. */
export const preflightFindingSchema = z.object({
  id: z.enum(preflightIds),
  effect: z.enum(['blocked', 'exclude', 'fixed', 'notice']),
  count: z.number().int(),
  bytes: z.number(),
  /** Up to three object keys, so that the line can be believed; none where it is about all objects. */
  examples: z.array(z.string()).max(3),
});
/** See {@link preflightFindingSchema}. */
export type PreflightFinding = z.infer<typeof preflightFindingSchema>;

/** What one object of a draft would become. */
export const draftRowSchema = z.object({
  objectKey: z.string(),
  sizeBytes: z.number(),
  name: z.string(),
  description: z.string(),
  fileName: z.string(),
  findings: z.array(z.enum(preflightIds)),
  included: z.boolean(),
});
/** See {@link draftRowSchema}. */
export type DraftRow = z.infer<typeof draftRowSchema>;

/** The batch sheet's numbers for the current settings. */
export const draftSummarySchema = z.object({
  draftId: localIdSchema,
  locationId: pixopIdSchema,
  locationName: z.string(),
  bucket: z.string(),
  total: z.number().int(),
  totalBytes: z.number(),
  willStart: z.number().int(),
  willStartBytes: z.number(),
  findings: z.array(preflightFindingSchema),
  /** A message about a template that cannot be used, else null. */
  templateError: z.string().nullable(),
});
/** See {@link draftSummarySchema}. */
export type DraftSummary = z.infer<typeof draftSummarySchema>;

/** Why nothing is being sent at the moment, with what the operator can do about it. */
export const pauseReasons = [
  'operator',
  'key-missing',
  'key-rejected',
  'account',
  'balance',
  'location',
  'repeated-failures',
  'unconfirmed',
  'storage',
  'journal-read-only',
] as const;
/** See {@link pauseReasons}. */
export type PauseReason = (typeof pauseReasons)[number];

/** The queue's own state: counts, pace and whether the window may be closed. */
export const queueSummarySchema = z.object({
  revision: z.number().int(),
  counts: z.record(z.enum(jobStates), z.number().int()),
  totalBytes: z.number(),
  doneBytes: z.number(),
  /** Bytes copied according to Pixop's percentages. */
  copiedBytes: z.number(),
  paused: z
    .object({ reason: z.enum(pauseReasons), message: z.string(), error: appErrorSchema.nullable() })
    .nullable(),
  offline: z.boolean(),
  /** Pixop's per-minute budget as its headers say; null before the first answer. */
  rate: z
    .object({
      limit: z.number().int(),
      remaining: z.number().int(),
      resetsInMs: z.number(),
      /** Milliseconds until a request may leave again; 0 while one may. */
      waitMs: z.number().nonnegative(),
      reservePercent: z.number(),
    })
    .nullable(),
  bytesPerSecond: z.number().nullable(),
  etaMs: z.number().nullable(),
  unsent: z.number().int(),
  /** True when nothing is being sent or settled, so that closing the app interrupts nothing; decisions may be owed. */
  safeToQuit: z.boolean(),
});
/** See {@link queueSummarySchema}. */
export type QueueSummary = z.infer<typeof queueSummarySchema>;

/** A batch of changes to the mirror: at most ten events a second, whatever happens in the engine. */
export const queueChangeSchema = z.object({
  revision: z.number().int(),
  rows: z.array(jobRowSchema),
  removed: z.array(localIdSchema),
  batches: z.array(batchRowSchema),
  summary: queueSummarySchema,
});
/** See {@link queueChangeSchema}. */
export type QueueChange = z.infer<typeof queueChangeSchema>;

/** Which jobs an action is for: named ones, or every one in a state (so that 30,000 ids need not cross). */
export const jobTargetSchema = z.union([
  z.strictObject({ jobIds: z.array(localIdSchema).min(1).max(50_000) }),
  z.strictObject({
    states: z.array(z.enum(jobStates)).min(1).max(jobStates.length),
    batchId: localIdSchema.nullable(),
    errorCode: z.string().max(200).nullable(),
  }),
]);
/** See {@link jobTargetSchema}. */
export type JobTarget = z.infer<typeof jobTargetSchema>;

/** How the operator settles an import that could not be confirmed. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('import-again') }),
  z.strictObject({ kind: z.literal('skip') }),
  z.strictObject({ kind: z.literal('choose'), videoId: pixopIdSchema }),
]);
/** See {@link decisionSchema}. */
export type Decision = z.infer<typeof decisionSchema>;

/** A Pixop video that might be the outcome of an unconfirmed import. */
export const candidateSchema = z.object({
  videoId: pixopIdSchema,
  name: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().nullable(),
  createdAtMs: z.number(),
  /** Same file name and size as the object: a likely match. */
  likely: z.boolean(),
});
/** See {@link candidateSchema}. */
export type Candidate = z.infer<typeof candidateSchema>;
