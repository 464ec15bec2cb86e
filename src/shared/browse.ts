import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { localIdSchema, pixopIdSchema } from './ids.ts';

/** Why a row is shown but cannot be picked; the browser says the reason on the row. */
export const notPickableReasons = [
  'archived',
  'restoring',
  'zero-bytes',
  'folder-marker',
  'key-too-long',
  'over-500-gb',
] as const;
/** See {@link notPickableReasons}. */
export type NotPickableReason = (typeof notPickableReasons)[number];

/** What is known of an object's import, from this workstation's journal and the team's import references. */
export const importBadges = [
  'none',
  'queued',
  'copying',
  'imported',
  'changed',
  'failed',
  'decision',
] as const;
/** See {@link importBadges}. */
export type ImportBadge = (typeof importBadges)[number];

/** One visible row: only windows of a few hundred of these ever cross processes. */
export const browseRowSchema = z.object({
  /** Stands for the row for as long as its listing is open, wherever it moves. */
  id: z.number().int().nonnegative(),
  kind: z.enum(['folder', 'object']),
  /** The exact object key or prefix, as S3 gave it. */
  key: z.string(),
  sizeBytes: z.number().nonnegative(),
  modifiedMs: z.number(),
  storageClass: z.string(),
  etag: z.string(),
  notPickable: z.enum(notPickableReasons).nullable(),
  selected: z.boolean(),
  badge: z.enum(importBadges),
  /**
   * For a folder whose contents are known: videos imported and videos in all. `more` says that the folder goes on behind
   * what was counted: both are then the least it can be.
   */
  imported: z.object({ done: z.number().int(), total: z.number().int(), more: z.boolean() }).nullable(),
});
/** See {@link browseRowSchema}. */
export type BrowseRow = z.infer<typeof browseRowSchema>;

/** Sort orders of the browser, over the complete set of rows. */
export const sortColumns = ['name', 'size', 'modified'] as const;

/** A storage class that can be filtered by; stores beside AWS give theirs any name. */
export const storageClassSchema = z.string().max(64);
/** Most storage classes in one filter. */
export const MAX_CLASSES = 32;

/** What of a listing is shown, and in which order. */
export const browseViewSchema = z.strictObject({
  filter: z.strictObject({
    text: z.string().max(1_024),
    mode: z.enum(['substring', 'glob', 'regex']),
    videosOnly: z.boolean(),
    minSizeBytes: z.number().nonnegative().nullable(),
    maxSizeBytes: z.number().nonnegative().nullable(),
    modifiedAfterMs: z.number().nullable(),
    modifiedBeforeMs: z.number().nullable(),
    storageClasses: z.array(storageClassSchema).max(MAX_CLASSES).nullable(),
    badges: z.array(z.enum(importBadges)).max(16).nullable(),
  }),
  sort: z.strictObject({ column: z.enum(sortColumns), descending: z.boolean() }),
});
/** See {@link browseViewSchema}. */
export type BrowseView = z.infer<typeof browseViewSchema>;

/** When objects were written, as an operator says it: counted back from the moment at which it is asked. */
export const ages = ['any', 'day', 'week', 'month', 'year', 'older'] as const;
/** See {@link ages}. */
export type Age = (typeof ages)[number];

/** A view as it is chosen and kept: with an age, where a listing is given the dates that the age comes to just then. */
export const chosenViewSchema = browseViewSchema.extend({
  filter: browseViewSchema.shape.filter
    .omit({ modifiedAfterMs: true, modifiedBeforeMs: true })
    .extend({ age: z.enum(ages) }),
});
/** See {@link chosenViewSchema}. */
export type ChosenView = z.infer<typeof chosenViewSchema>;

/** The view a newly opened listing has: videos by name. */
export const defaultBrowseView: BrowseView = {
  filter: {
    text: '',
    mode: 'substring',
    videosOnly: true,
    minSizeBytes: null,
    maxSizeBytes: null,
    modifiedAfterMs: null,
    modifiedBeforeMs: null,
    storageClasses: null,
    badges: null,
  },
  sort: { column: 'name', descending: false },
};

/** Cards that a rectangle touches in a view laid out in lines of `columns` cards; the ends are exclusive. */
export const selectionBlockSchema = z.strictObject({
  columns: z.number().int().min(1),
  fromLine: z.number().int().nonnegative(),
  toLine: z.number().int().nonnegative(),
  fromColumn: z.number().int().nonnegative(),
  toColumn: z.number().int().nonnegative(),
});
/** See {@link selectionBlockSchema}. */
export type SelectionBlock = z.infer<typeof selectionBlockSchema>;

/** A row that the operator points at. Rows move while a listing goes on, what stood there does not become another object. */
export const rowRefSchema = z.strictObject({
  /** Its position in the view, as it was on screen. */
  index: z.number().int().nonnegative(),
  /** The row that stood there; null while it was on its way, when the position is all there is. */
  id: z.number().int().nonnegative().nullable(),
});
/** See {@link rowRefSchema}. */
export type RowRef = z.infer<typeof rowRefSchema>;

/** How the operator changes a selection. Folders are never selected. */
export const selectionChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('only'), row: rowRefSchema }),
  z.strictObject({ kind: z.literal('toggle'), row: rowRefSchema }),
  z.strictObject({
    kind: z.literal('range'),
    from: rowRefSchema,
    to: rowRefSchema,
    /** Keeps what was selected outside the range (Ctrl+Shift), instead of replacing it. */
    additive: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('all-matching') }),
  z.strictObject({ kind: z.literal('invert-matching') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('marquee'),
    /** Which drag of a rectangle this belongs to; what was selected when the first change of a drag came is kept for the others. */
    drag: z.number().int().nonnegative(),
    /** Adds to what was selected before the drag (Ctrl, Shift), instead of replacing it. */
    additive: z.boolean(),
    /** What the rectangle touches now; null puts back what was selected before the drag. */
    block: selectionBlockSchema.nullable(),
  }),
]);
/** See {@link selectionChangeSchema}. */
export type SelectionChange = z.infer<typeof selectionChangeSchema>;

/** The counts under the browser; `revision` grows with every change that makes windows stale. */
export const browseStateSchema = z.object({
  listingId: localIdSchema,
  locationId: pixopIdSchema,
  prefix: z.string(),
  scope: z.enum(['folder', 'below']),
  revision: z.number().int(),
  /** Grows with every change after which rows may stand at other positions. */
  arrangement: z.number().int(),
  /** Objects and folders listed so far. */
  listed: z.number().int(),
  listedBytes: z.number(),
  /** Rows of the current view (matching the filter), folders included. */
  matching: z.number().int(),
  matchingObjects: z.number().int(),
  /** How many of the view's objects can be imported. */
  matchingPickable: z.number().int(),
  /** Why the others cannot be; null where there are none, or several reasons. */
  notPickable: z.enum(notPickableReasons).nullable(),
  matchingBytes: z.number(),
  complete: z.boolean(),
  /** Storage classes that were listed and can be filtered by, in the order of their first object. */
  storageClasses: z.array(storageClassSchema).max(MAX_CLASSES),
  selected: z.number().int(),
  selectedBytes: z.number(),
  /** Selected objects that the current filter hides. */
  selectedHidden: z.number().int(),
  /** Objects that were selected before a refresh and have not been listed again yet. */
  selectedAwaited: z.number().int(),
  error: appErrorSchema.nullable(),
});
/** See {@link browseStateSchema}. */
export type BrowseState = z.infer<typeof browseStateSchema>;
