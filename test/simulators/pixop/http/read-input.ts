import { z } from 'zod';
import { invalid, PixopError } from '../core/pixop-error.ts';

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a valid UUID');
const text = (minimum: number, maximum: number) => z.string().min(minimum).max(maximum);
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true');
const wholeNumber = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

/** `PageNumber`, `PageSize`, `SortDirectionEnum`, `SortByBaseEnum` */
const paging = {
  pageNumber: wholeNumber(0, 999_999_999).default(0),
  pageSize: wholeNumber(1, 100).default(10),
  sortDirection: z.enum(['ASC', 'DESC']).default('ASC'),
  sortBy: z.enum(['createdAt', 'updatedAt']).default('createdAt'),
};

/** The parameters of the contract, each operation's together. */
export const queries = {
  none: z.object({}),
  selectTeam: z.object({ selectTeamId: uuid.optional() }),
  list: z.object({ ...paging, teamId: uuid.optional() }),
  videos: z.object({
    ...paging,
    teamId: uuid.optional(),
    projectId: uuid.optional(),
    masterVideoId: uuid.optional(),
    clipId: uuid.optional(),
    clipMode: z.enum(['INCLUDE', 'EXCLUDE', 'ONLY']).default('INCLUDE'),
  }),
  import: z.object({ fullIngestion: flag, selectTeamId: uuid.optional() }),
  restart: z.object({ skipChecksumValidation: flag }),
};

const location = {
  name: text(1, 47),
  bucket: text(3, 63),
  accessKey: z.string(),
  secretAccessKey: z.string(),
};

/** The request bodies of the contract. */
export const bodies = {
  /** `ProjectPost` */
  project: z.object({ name: text(1, 47) }),
  /** `S3InputLocationPost` */
  location: z.object(location),
  /** `S3InputLocationPatch` */
  locationChanges: z.object(location).partial(),
  /** `CreateMasterVideoFromS3` */
  import: z.object({
    name: text(1, 255),
    objectKey: text(1, 1_024),
    description: text(0, 511).optional(),
    projectId: uuid.optional(),
    fileName: z
      .string()
      .regex(/^[a-zA-Z0-9_\-.]{1,255}$/)
      .optional(),
  }),
  /** `VideoPatch` */
  videoChanges: z.object({ name: text(1, 255), description: text(0, 511) }).partial(),
};

/** Reads parameters, or refuses each that breaks its rule. */
export function readQuery<Schema extends z.ZodType>(
  schema: Schema,
  params: URLSearchParams,
): z.output<Schema> {
  return checked(schema, Object.fromEntries(params));
}

/** Refuses an id that is none. */
export function readId(name: string, id: string): string {
  return checked(z.object({ [name]: uuid }), { [name]: id })[name] ?? id;
}

/** Reads a JSON body, or refuses it whole or field by field. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> {
  if (body === '') throw new PixopError(400, 'MISSING_REQUEST_BODY', 'The request body is missing');
  return checked(schema, parsed(body));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new PixopError(400, 'INVALID_REQUEST_BODY', `The request body is no JSON: ${String(error)}`);
  }
}

function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message, input: value }) => ({
      field: path.join('.'),
      value: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
      message,
    })),
  );
}
