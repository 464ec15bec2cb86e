import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { localIdSchema } from './ids.ts';

/** How the lines of a frame follow each other; the order of fields is that of the first one shown. */
const scanTypes = ['progressive', 'interlaced', 'top-field-first', 'bottom-field-first'] as const;

/** What a video's header says. Names of formats are the trade's own and are never translated. */
export const mediaFactsSchema = z.object({
  container: z.string(),
  /** Such as `H.264` or `ProRes 422 LT`; null when there is no video in the file. */
  codec: z.string().nullable(),
  /** As shown, upright: a rotation in the header is applied. */
  widthPx: z.number().int().positive().nullable(),
  heightPx: z.number().int().positive().nullable(),
  /** Null when the rate varies or the header does not tell. */
  framesPerSecond: z.number().positive().nullable(),
  durationMs: z.number().int().nonnegative().nullable(),
  scan: z.enum(scanTypes).nullable(),
  bitDepth: z.number().int().positive().nullable(),
  /** Such as `4:2:2`. */
  chroma: z.string().nullable(),
  /** Such as `AAC · 2`: format and number of channels of the first track. */
  audio: z.string().nullable(),
});
/** See {@link mediaFactsSchema}. */
export type MediaFacts = z.infer<typeof mediaFactsSchema>;

/** Longest picture of a video, as the address of its data: a frame of 480 pixels takes 10 to 40 KB. */
const PICTURE_CHARACTERS = 200_000;

/** A small picture of a video, made by the page and given back to it: a JPEG and nothing else. */
export const pictureSchema = z
  .string()
  .max(PICTURE_CHARACTERS)
  .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+={0,2}$/);

/** All that is kept of an object that was looked into. */
export const peekedSchema = z.object({
  /** Null: no video or audio file that is known. */
  facts: mediaFactsSchema.nullable(),
  /** Null until a frame was drawn. */
  picture: pictureSchema.nullable(),
});
/** See {@link peekedSchema}. */
export type Peeked = z.infer<typeof peekedSchema>;

/** What a look answers. */
const lookSchema = z.object({
  key: z.string(),
  /** Stands for the object in the addresses that a player is given. */
  ticket: z.string(),
  facts: mediaFactsSchema.nullable(),
  hasPicture: z.boolean(),
  /** Why nothing was read: previews are switched off, or the source's limit is reached. */
  withheld: z.enum(['off', 'spent']).nullable(),
});
/** What a look answers. */
export type Look = z.infer<typeof lookSchema>;

/** Bytes that previews have cost a source since the app was started. */
export const previewSpendSchema = z.object({ locationId: z.string(), spentBytes: z.number().nonnegative() });

/** What the page may ask of an object that it looked into: the kept picture, bytes to make one, or bytes to play. */
export const mediaUses = ['picture', 'frame', 'play'] as const;
/** See {@link mediaUses}. */
export type MediaUse = (typeof mediaUses)[number];

/** Where all media of the page are, on its own origin: the content security policy allows no other. */
export const MEDIA_PATH = '/peek';

/** The address of an object's media; the main process answers it, and it means nothing to anybody else. */
export const mediaAddress = (ticket: string, use: MediaUse): string => `${MEDIA_PATH}/${ticket}/${use}`;

/** The part of the contract that looks into objects. */
export const peekRequests = {
  /** Reads what an object's header says of its video, unless it is known already. */
  'peek.look': {
    input: z.strictObject({
      lookId: localIdSchema,
      listingId: localIdSchema,
      /** The row's id: rows move while a listing goes on, and to read another file costs money. */
      rowId: z.number().int().nonnegative(),
      /** Goes before all that wait: somebody looks at this one alone. */
      isUrgent: z.boolean(),
    }),
    output: lookSchema,
  },
  /** Why the last bytes for the page's player could not be given; null when they were: a player says only that it failed. */
  'peek.failure': {
    input: z.strictObject({ ticket: localIdSchema }),
    output: appErrorSchema.nullable(),
  },
  'peek.cancel': { input: z.strictObject({ lookId: localIdSchema }), output: z.null() },
  /** Keeps the picture that was made of an object that was looked into, so that it is not made again. */
  'peek.keep': { input: z.strictObject({ ticket: localIdSchema, picture: pictureSchema }), output: z.null() },
} as const;
