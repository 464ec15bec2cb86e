import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { localIdSchema, pixopIdSchema } from './ids.ts';
import { MIB } from './units.ts';

/** Largest manifest that is taken, in characters: 100,000 lines of 300. */
export const MANIFEST_CHARACTERS = 32 * MIB;
/** Endings of the files that are taken as manifests. */
export const manifestExtensions = ['csv', 'tsv', 'txt', 'json', 'jsonl', 'ndjson'] as const;

/** What became of a manifest's lines, each a list; all but the first are what can be wrong with one. */
export const manifestLists = ['matched', 'missing', 'duplicate', 'other-bucket', 'unreadable'] as const;
/** See {@link manifestLists}. */
export type ManifestList = (typeof manifestLists)[number];

/** Why a line could not be used. */
export const manifestProblemReasons = [
  'no-key',
  'key-too-long',
  'not-text',
  'not-an-object',
  'unclosed-quote',
  'invalid-json',
  'too-many-lines',
] as const;
/** See {@link manifestProblemReasons}. */
export type ManifestProblemReason = (typeof manifestProblemReasons)[number];

/** A line of one of the {@link manifestLists}. */
export const manifestLineSchema = z.object({
  /** From 1; the number of the entry in a JSON manifest. */
  line: z.number().int(),
  /** The object as the manifest names it, or the beginning of an unreadable line. */
  text: z.string(),
  reason: z.enum(manifestProblemReasons).nullable(),
  /** The line that names the same object first. */
  firstLine: z.number().int().nullable(),
  /** The object's key in the bucket, where it is written otherwise than here. */
  foundKey: z.string().nullable(),
});
/** See {@link manifestLineSchema}. */
export type ManifestLine = z.infer<typeof manifestLineSchema>;

/** Where a manifest stands between being read and becoming a batch. */
export const manifestStateSchema = z.object({
  manifestId: localIdSchema,
  fileName: z.string(),
  /** `looking` ends in one of the three behind it. */
  phase: z.enum(['read', 'looking', 'matched', 'stopped', 'failed']),
  /** Lines that name an object. */
  rows: z.number().int(),
  /** Buckets that the lines name, the most frequent first; empty when none does. */
  buckets: z.array(z.object({ bucket: z.string(), rows: z.number().int() })).max(20),
  /** Names of projects that the lines ask for; empty when none does. */
  projects: z.array(z.string()).max(20),
  locationId: pixopIdSchema.nullable(),
  /** Different keys that are looked for, and how many of them are settled. */
  keys: z.number().int(),
  settled: z.number().int(),
  matchedBytes: z.number(),
  /** Matched objects whose key is written otherwise in the manifest, such as with `%20` for a space. */
  respelled: z.number().int(),
  lists: z.record(z.enum(manifestLists), z.number().int()),
  error: appErrorSchema.nullable(),
});
/** See {@link manifestStateSchema}. */
export type ManifestState = z.infer<typeof manifestStateSchema>;

/** Names an open manifest. */
export const manifestRefSchema = z.strictObject({ manifestId: localIdSchema });
