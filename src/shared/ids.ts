import { z } from 'zod';

/** Ids that this app makes (listing, draft, batch, job): short, opaque, safe in a journal line and in a DOM id. */
export const localIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** Ids that Pixop makes: UUIDs, kept leniently as the contract's examples are. */
export const pixopIdSchema = z.string().regex(/^[0-9a-fA-F-]{8,64}$/);

/** An S3 object key: opaque text of 1 to 1,024 UTF-8 bytes (the byte limit is checked where it matters). */
export const objectKeySchema = z.string().min(1).max(1_024);
