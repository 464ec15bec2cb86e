import { z } from 'zod';
import { connectionIdSchema, environmentIds } from '../../shared/session.ts';

/** What is remembered of an account; its key is in the keychain, its imports are in its queue. */
const connectionRecordSchema = z.object({
  connectionId: connectionIdSchema,
  environmentId: z.enum(environmentIds),
  /** Null while Pixop has never said whose key it is. */
  account: z
    .object({ accountId: z.string(), email: z.string(), name: z.string(), teamName: z.string() })
    .nullable(),
  /** The team that was chosen last; null is the account's own. */
  teamId: z.string().nullable(),
  /** A removed one is kept: its name is never given to another account, since its queue is still on disk. */
  isRemoved: z.boolean(),
});
/** See {@link connectionRecordSchema}. */
export type ConnectionRecord = z.infer<typeof connectionRecordSchema>;

/** The file of all records. */
export const connectionFileSchema = z.object({
  version: z.literal(1),
  connections: z.array(connectionRecordSchema),
});
