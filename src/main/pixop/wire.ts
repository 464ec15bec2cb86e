import { z } from 'zod';

/**
 * The fields that this app reads of Pixop's answers, each schema named as in openapi.json#/components/schemas.
 * Lenient on purpose: unknown fields are ignored, unknown enum values become null, dates may be ISO text or epoch
 * milliseconds (the file declares the one and shows the other).
 */
const dateMs = z
  .union([z.number(), z.string()])
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .pipe(z.number());

const id = z.string().min(1).max(64);
const percent = z
  .number()
  .transform((value) => Math.max(0, Math.min(100, Math.round(value))))
  .nullish()
  .transform((value) => value ?? 0);
const operationStatus = z.enum(['INITIAL', 'IN_PROGRESS', 'DONE', 'FAILED']).nullish().catch(null);

/** `Team` */
export const teamWire = z.object({ id, name: z.string(), apiEnabled: z.boolean().catch(true) });
/** `Account` */
export const accountWire = z.object({
  user: z.object({ email: z.string(), name: z.string() }),
  defaultTeam: teamWire,
});
/** `Project` */
export const projectWire = z.object({ id, name: z.string(), teamId: id });
/** `S3InputLocation`; its keys come back masked and are not read. */
export const locationWire = z.object({ id, name: z.string(), bucket: z.string() });

const uploadWire = z.object({
  file: z.object({ name: z.string().nullish(), size: z.number().nullish() }).nullish(),
  uploadState: z
    .object({
      uploadStatus: operationStatus,
      progressPercentage: percent,
      error: z.object({ code: z.string(), message: z.string() }).nullish(),
    })
    .nullish(),
});
const ingestionWire = z.object({
  ingestionState: z
    .object({
      ingestionStatus: operationStatus,
      progressPercentage: percent,
      etaSeconds: z.number().nonnegative().nullish(),
    })
    .nullish(),
});

/** `VideoInStatus` */
export const videoInStatusWire = z.object({
  videoId: id,
  upload: uploadWire.nullish(),
  ingestion: ingestionWire.nullish(),
});
/** `Video` */
export const videoWire = z.object({
  id,
  createdAt: dateMs,
  updatedAt: dateMs,
  name: z.string(),
  description: z.string().nullish(),
  teamId: id,
  projectId: id,
  upload: uploadWire.nullish(),
  ingestion: ingestionWire.nullish(),
});

/** `Page` around any kind of item. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    totalElements: z.number().int().nullish(),
    totalPages: z.number().int().nullish(),
    pageNumber: z.number().int().nullish(),
  });

/** `Error` */
export const errorWire = z.object({
  statusCode: z.number().int(),
  errorCode: z.string(),
  message: z.string(),
  requestId: z.string().nullish(),
  validationErrors: z
    .array(
      z.object({ field: z.string().nullish(), value: z.unknown().optional(), message: z.string().nullish() }),
    )
    .nullish()
    .catch(null),
});
