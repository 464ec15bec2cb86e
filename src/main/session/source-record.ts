import { z } from 'zod';
import {
  connectionIdSchema,
  environmentIds,
  s3EndpointSchema,
  type S3CredentialsInput,
  type Source,
} from '../../shared/session.ts';

/** What this workstation knows of a location besides what Pixop says: how its bucket is read. No secret is in it. */
export const sourceRecordSchema = z.object({
  environmentId: z.enum(environmentIds),
  /** Left out for the first connection of the environment. */
  connectionId: connectionIdSchema.optional(),
  locationId: z.string(),
  endpoint: s3EndpointSchema,
  credentials: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('profile'), profile: z.string() }),
    z.object({ kind: z.literal('default-chain') }),
    z.object({ kind: z.literal('keys'), accessKeyId: z.string() }),
  ]),
});
/** See {@link sourceRecordSchema}. */
export type SourceRecord = z.infer<typeof sourceRecordSchema>;

/** The file of all records. */
export const sourceFileSchema = z.object({ version: z.literal(1), sources: z.array(sourceRecordSchema) });

/** The part of credentials that is no secret. */
export function recordedCredentials(credentials: S3CredentialsInput): SourceRecord['credentials'] {
  return credentials.kind === 'keys' ? { kind: 'keys', accessKeyId: credentials.accessKeyId } : credentials;
}

/** Credentials as the screens show them: a profile's name, or a key id with its middle hidden. */
export function labelOf(credentials: SourceRecord['credentials']): NonNullable<Source['credentials']> {
  if (credentials.kind === 'profile') return { kind: 'profile', label: credentials.profile };
  if (credentials.kind === 'default-chain') return { kind: 'default-chain', label: '' };
  const { accessKeyId } = credentials;
  const label = accessKeyId.length > 8 ? `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}` : '…';
  return { kind: 'keys', label };
}
