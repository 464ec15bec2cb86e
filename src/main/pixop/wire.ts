import { z } from 'zod';

/**
 * The fields that this app reads of Pixop's answers, each schema named as in openapi.json#/components/schemas.
 * Lenient on purpose: unknown fields are ignored, unknown enum values become null, dates may be ISO text or epoch
 * milliseconds (the file declares the one and shows the other).
 */
const dateMs = z.union([z.number(), z.string()]).transform(epochMs).pipe(z.number());

/** Numbers below this are seconds: as milliseconds they would lie in 1973 or before. */
const FIRST_MILLISECONDS = 100_000_000_000;

function epochMs(value: number | string): number {
  if (typeof value === 'number') return value < FIRST_MILLISECONDS ? value * 1_000 : value;
  if (/^\d+(\.\d+)?$/.test(value)) return epochMs(Number(value));
  // Without an offset JavaScript would take it for this machine's own time.
  return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
}

const id = z.string().min(1).max(64);
// What only describes a video is dropped where its form is strange, so that one odd value never hides the page.
const percent = z
  .number()
  .transform((value) => Math.max(0, Math.min(100, Math.round(value))))
  .catch(0);
const operationStatus = z.enum(['INITIAL', 'IN_PROGRESS', 'DONE', 'FAILED']).nullish().catch(null);

/** `Team` */
export const teamWire = z.object({ id, name: z.string(), apiEnabled: z.boolean().catch(true) });
/** `Account` */
export const accountWire = z.object({
  user: z.object({ id, email: z.string(), name: z.string() }),
  defaultTeam: teamWire,
});
/** `Project` */
export const projectWire = z.object({ id, name: z.string(), teamId: id });
/** `S3InputLocation`; its keys come back masked and are not read. */
export const locationWire = z.object({ id, name: z.string(), bucket: z.string() });

const uploadWire = z.object({
  file: z
    .object({
      name: z.string().nullish().catch(null),
      size: z.number().nonnegative().nullish().catch(null),
    })
    .nullish()
    .catch(null),
  uploadState: z
    .object({
      uploadStatus: operationStatus,
      progressPercentage: percent,
      error: z
        .object({ code: z.string(), message: z.string().catch('') })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
const ingestionWire = z.object({
  ingestionState: z
    .object({
      ingestionStatus: operationStatus,
      progressPercentage: percent,
      etaSeconds: z.number().nonnegative().nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** `VideoInStatus` */
export const videoInStatusWire = z.object({
  videoId: id,
  upload: uploadWire.nullish().catch(null),
  ingestion: ingestionWire.nullish().catch(null),
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
  upload: uploadWire.nullish().catch(null),
  ingestion: ingestionWire.nullish().catch(null),
});

/** `Page` around any kind of item. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    totalElements: z.number().int().nullish(),
    totalPages: z.number().int().nullish(),
    /** What the server made of the size that was asked for. */
    pageSize: z.number().int().min(1).nullish().catch(null),
  });

/** Whether nothing follows a page; a server may give smaller pages than it was asked for. */
export function isLastPage(
  page: {
    readonly items: readonly unknown[];
    readonly totalElements?: number | null | undefined;
    readonly totalPages?: number | null | undefined;
    readonly pageSize?: number | null | undefined;
  },
  asked: { readonly pageNumber: number; readonly pageSize: number },
): boolean {
  if (page.items.length === 0) return true;
  if (typeof page.totalPages === 'number') return asked.pageNumber + 1 >= page.totalPages;
  const pageSize = page.pageSize ?? asked.pageSize;
  if (typeof page.totalElements === 'number') return (asked.pageNumber + 1) * pageSize >= page.totalElements;
  return page.items.length < pageSize;
}

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
