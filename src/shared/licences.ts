import { z } from 'zod';

/** A package of others that is a part of the app, and the terms under which it is. */
export const shippedPackageSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX, as its package says. */
  licence: z.string(),
  text: z.string(),
});
/** See {@link shippedPackageSchema}. */
export type ShippedPackage = z.infer<typeof shippedPackageSchema>;
