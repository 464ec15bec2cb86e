import { z } from 'zod';
import {
  browseRowSchema,
  browseStateSchema,
  browseViewSchema,
  rowRefSchema,
  selectionChangeSchema,
} from './browse.ts';
import { localIdSchema, pixopIdSchema } from './ids.ts';
import { listingRefSchema } from './session.ts';
import { windowOf } from './window-of.ts';

/** The part of the contract that lists a bucket: its rows stay in the main process, the renderer asks for windows of them. */
export const browseRequests = {
  /** Starts listing; the first page's rows can be asked for as soon as this answers. */
  'browse.open': {
    input: z.strictObject({
      locationId: pixopIdSchema,
      prefix: z.string().max(1_024),
      scope: z.enum(['folder', 'below']),
      view: browseViewSchema,
      /** Selects what this filter lets through, as it comes, until the selection is changed by `browse.select`. */
      pick: browseViewSchema.shape.filter.optional(),
    }),
    output: browseStateSchema,
  },
  'browse.view': {
    input: z.strictObject({ listingId: localIdSchema, view: browseViewSchema }),
    output: browseStateSchema,
  },
  'browse.rows': {
    input: z.strictObject({ listingId: localIdSchema, ...windowOf }),
    output: z.object({ revision: z.number().int(), rows: z.array(browseRowSchema) }),
  },
  'browse.select': {
    input: z.strictObject({ listingId: localIdSchema, change: selectionChangeSchema }),
    output: browseStateSchema,
  },
  /** First row at or after `after` whose name starts with `text` (type-ahead); -1 when none. */
  'browse.find': {
    input: z.strictObject({
      listingId: localIdSchema,
      text: z.string().min(1).max(200),
      after: z.number().int().nonnegative(),
    }),
    output: z.object({ index: z.number().int() }),
  },
  /** Where rows stand now; -1 for those that the view does not show. */
  'browse.locate': {
    input: z.strictObject({ listingId: localIdSchema, ids: z.array(z.number().int().nonnegative()).max(16) }),
    output: z.object({ indexes: z.array(z.number().int()) }),
  },
  /** The next object before or behind a row, or the next selected one; null at the end. */
  'browse.step': {
    input: z.strictObject({
      listingId: localIdSchema,
      from: rowRefSchema,
      by: z.union([z.literal(1), z.literal(-1)]),
      isSelected: z.boolean(),
    }),
    output: z.object({ row: rowRefSchema.nullable() }),
  },
  /** How far along a row is in what `browse.step` goes through: its place from 1, null when it is not among them, and how many they are. */
  'browse.ordinal': {
    input: z.strictObject({
      listingId: localIdSchema,
      rowId: z.number().int().nonnegative(),
      isSelected: z.boolean(),
    }),
    output: z.object({ place: z.number().int().nullable(), count: z.number().int() }),
  },
  /** Stops listing where it is; the rows so far stay usable and are called partial. */
  'browse.stop': { input: listingRefSchema, output: browseStateSchema },
  'browse.close': { input: listingRefSchema, output: z.null() },
} as const;
