import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { localIdSchema, pixopIdSchema } from './ids.ts';

/** A Pixop environment that this workstation may talk to; `simulator` exists only when a loopback simulator was named at start. */
export const environmentIds = ['production', 'staging', 'simulator'] as const;
/** See {@link environmentIds}. */
export const environmentSchema = z.object({
  environmentId: z.enum(environmentIds),
  label: z.string(),
  /** Host shown to the operator, never a URL with credentials. */
  host: z.string(),
});
/** See {@link environmentSchema}. */
export type Environment = z.infer<typeof environmentSchema>;
/** See {@link environmentIds}. */
export type EnvironmentId = Environment['environmentId'];

/** Where secrets are kept on this run: the OS keychain, or memory only when there is none. */
export const secretStoreSchema = z.object({
  kind: z.enum(['keychain', 'memory']),
  /** Why the keychain cannot be used, in one sentence; present only with `memory`. */
  reason: z.string().optional(),
});
/** See {@link secretStoreSchema}. */
export type SecretStore = z.infer<typeof secretStoreSchema>;

/** A Pixop team, the unit that owns projects and input locations. */
export const teamSchema = z.object({ teamId: pixopIdSchema, name: z.string(), apiEnabled: z.boolean() });
/** See {@link teamSchema}. */
export type Team = z.infer<typeof teamSchema>;

/** A Pixop project, where imported videos are filed. */
export const projectSchema = z.object({ projectId: pixopIdSchema, teamId: pixopIdSchema, name: z.string() });
/** See {@link projectSchema}. */
export type Project = z.infer<typeof projectSchema>;

/** Who the API key belongs to, as `GET /v1/account` says. */
export const accountSchema = z.object({
  /** Pixop's id of the person: stays the same when the address changes. */
  accountId: z.string(),
  email: z.string(),
  name: z.string(),
  defaultTeam: teamSchema,
});
/** See {@link accountSchema}. */
export type Account = z.infer<typeof accountSchema>;

/** The key's standing: `unchecked` while offline (an unreachable Pixop never invalidates a key). */
export const keyStates = ['absent', 'unchecked', 'valid', 'rejected'] as const;

/**
 * Names an account in an environment. The first of an environment has the environment's own id, as all had before there
 * could be several: its key, queue and sources are found under that name.
 */
export const connectionIdSchema = z
  .string()
  .regex(/^(production|staging|simulator)(-([2-9]|[1-9]\d{1,3}))?$/);
/** See {@link connectionIdSchema}. */
export type ConnectionId = z.infer<typeof connectionIdSchema>;

/** An account that this workstation imports for; each has a key, a queue and sources of its own. */
export const connectionSchema = z.object({
  connectionId: connectionIdSchema,
  environment: environmentSchema,
  /** As Pixop last said it; null while it never has. */
  account: z.object({ email: z.string(), name: z.string(), teamName: z.string() }).nullable(),
  key: z.enum(keyStates),
});
/** See {@link connectionSchema}. */
export type Connection = z.infer<typeof connectionSchema>;

/** What the first-run card and the header show; the key itself never crosses to the renderer. */
export const sessionSchema = z.object({
  environment: environmentSchema,
  environments: z.array(environmentSchema),
  connectionId: connectionIdSchema,
  connections: z.array(connectionSchema),
  key: z.enum(keyStates),
  account: accountSchema.nullable(),
  error: appErrorSchema.nullable(),
  secretStore: secretStoreSchema,
});
/** See {@link sessionSchema}. */
export type Session = z.infer<typeof sessionSchema>;

/** How the app signs its own S3 reads; secrets are written only, never read back. */
export const s3CredentialsInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('profile'), profile: z.string().min(1).max(200) }),
  z.strictObject({ kind: z.literal('default-chain') }),
  z.strictObject({
    kind: z.literal('keys'),
    accessKeyId: z.string().min(3).max(128),
    secretAccessKey: z.string().min(1).max(256),
    sessionToken: z.string().min(1).max(4_096).optional(),
  }),
]);
/** See {@link s3CredentialsInputSchema}. */
export type S3CredentialsInput = z.infer<typeof s3CredentialsInputSchema>;

/** Where a bucket is reached; empty endpoint means AWS, whose region is found by itself. */
export const s3EndpointSchema = z.strictObject({
  endpoint: z.url().max(500).nullable(),
  region: z.string().max(64).nullable(),
  pathStyle: z.boolean(),
});
/** See {@link s3EndpointSchema}. */
export type S3Endpoint = z.infer<typeof s3EndpointSchema>;

/** One row of the source list: a Pixop input location and whether its bucket can be browsed from here. */
export const sourceSchema = z.object({
  locationId: pixopIdSchema,
  teamId: pixopIdSchema,
  name: z.string(),
  bucket: z.string(),
  access: z.enum(['unknown', 'needs-credentials', 'ready', 'denied']),
  error: appErrorSchema.nullable(),
  credentials: z
    .object({
      kind: z.enum(['profile', 'default-chain', 'keys']),
      /** Profile name, or the access key id with its middle masked. */
      label: z.string(),
    })
    .nullable(),
  endpoint: s3EndpointSchema,
});
/** See {@link sourceSchema}. */
export type Source = z.infer<typeof sourceSchema>;

const permissionSchema = z.enum(['s3:ListBucket', 's3:GetObject', 's3:GetBucketLocation']);

/**
 * What became of trying one permission: S3 granted or refused it; it was not tried, since the bucket could not be listed
 * or has no object; or the try failed for another reason.
 */
const permissionCheckSchema = z.discriminatedUnion('outcome', [
  z.object({
    action: permissionSchema,
    outcome: z.enum(['granted', 'refused', 'not-listed', 'no-object']),
  }),
  z.object({ action: permissionSchema, outcome: z.literal('failed'), error: appErrorSchema }),
]);

/** Answer of a credentials test: per permission, what became of trying it. */
export const credentialsTestSchema = z.object({
  ok: z.boolean(),
  region: z.string().nullable(),
  checks: z.array(permissionCheckSchema),
  error: appErrorSchema.nullable(),
});
/** See {@link credentialsTestSchema}. */
export type CredentialsTest = z.infer<typeof credentialsTestSchema>;

/** Names a source in a request. */
export const sourceRefSchema = z.strictObject({ locationId: pixopIdSchema });
/** Names a listing in a request. */
export const listingRefSchema = z.strictObject({ listingId: localIdSchema });
