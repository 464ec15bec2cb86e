import { z } from 'zod';
import { chosenViewSchema } from './browse.ts';
import { localIdSchema, pixopIdSchema } from './ids.ts';
import { batchSettingsSchema } from './imports.ts';
import { environmentIds } from './session.ts';

/** Version of the file in which they are kept; raised with every change that an older app could misread. */
export const SAVED_VERSION = 1;
/** Longest name of anything saved, in characters: Pixop's own names are at most half of it. */
export const SAVED_NAME_CHARACTERS = 100;

const name = z.string().trim().min(1).max(SAVED_NAME_CHARACTERS);

/** A folder of a source. Its location's name is kept for the day on which the location is gone. */
const where = {
  environmentId: z.enum(environmentIds),
  teamId: pixopIdSchema,
  locationId: pixopIdSchema,
  locationName: z.string().max(255),
  prefix: z.string().max(1_024),
};

const bookmark = z.strictObject({ kind: z.literal('bookmark'), name, ...where });
const selection = z.strictObject({
  kind: z.literal('selection'),
  name,
  ...where,
  scope: z.enum(['folder', 'below']),
  view: chosenViewSchema,
});
const preset = z.strictObject({
  kind: z.literal('preset'),
  name,
  /** Null leaves team and project as they are. */
  target: batchSettingsSchema
    .pick({ teamId: true, projectId: true, projectName: true })
    .extend({ teamName: z.string().max(255) })
    .nullable(),
  ...batchSettingsSchema.omit({ teamId: true, projectId: true, projectName: true }).shape,
});

/** Something to be saved; main gives it its id. */
export const newSavedSchema = z.discriminatedUnion('kind', [bookmark, selection, preset]);
/** See {@link newSavedSchema}. */
export type NewSaved = z.infer<typeof newSavedSchema>;

const withId = { id: localIdSchema };

/** What an operator keeps: a place, everything that matches a view of a place, or settings of the batch sheet. */
export const savedSchema = z.discriminatedUnion('kind', [
  bookmark.extend(withId),
  selection.extend(withId),
  preset.extend(withId),
]);
/** See {@link savedSchema}. */
export type Saved = z.infer<typeof savedSchema>;
/** A place to go back to. */
export type Bookmark = Extract<Saved, { readonly kind: 'bookmark' }>;
/** A view of a place, in which everything that matches is selected when it is opened. */
export type SavedSelection = Extract<Saved, { readonly kind: 'selection' }>;
/** Settings of the batch sheet under a name. */
export type Preset = Extract<Saved, { readonly kind: 'preset' }>;

/** How many of each kind are kept: more than a person finds again in a list. */
export const SAVED_LIMITS: Readonly<Record<Saved['kind'], number>> = {
  bookmark: 200,
  selection: 200,
  preset: 100,
};

/** One change of what is saved. */
export const savedChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add'), item: newSavedSchema }),
  /** Renames or updates: takes the place of the one with its id. */
  z.strictObject({ change: z.literal('replace'), item: savedSchema }),
  z.strictObject({ change: z.literal('remove'), id: localIdSchema }),
]);
/** See {@link savedChangeSchema}. */
export type SavedChange = z.infer<typeof savedChangeSchema>;

/** The calls about what an operator keeps, a part of the contract; each answers with all of it. */
export const savedRequests = {
  'saved.get': { input: z.null(), output: z.array(savedSchema) },
  'saved.change': { input: savedChangeSchema, output: z.array(savedSchema) },
} as const;
