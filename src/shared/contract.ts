import { z } from 'zod';
import { browseStateSchema } from './browse.ts';
import { browseRequests } from './browse-calls.ts';
import {
  batchSettingsSchema,
  draftRowSchema,
  draftSummarySchema,
  preflightIds,
  queueChangeSchema,
} from './imports.ts';
import { historyRequests } from './history-calls.ts';
import { localIdSchema, pixopIdSchema } from './ids.ts';
import { shippedPackageSchema } from './licences.ts';
import {
  MANIFEST_CHARACTERS,
  manifestLineSchema,
  manifestLists,
  manifestRefSchema,
  manifestStateSchema,
} from './manifests.ts';
import {
  connectionIdSchema,
  credentialsTestSchema,
  environmentIds,
  listingRefSchema,
  projectSchema,
  s3CredentialsInputSchema,
  s3EndpointSchema,
  sessionSchema,
  sourceRefSchema,
  sourceSchema,
  teamSchema,
} from './session.ts';
import { peekRequests, previewSpendSchema } from './peek.ts';
import { queueRequests } from './queue-calls.ts';
import { managedSchema } from './policy.ts';
import { savedRequests, savedSchema } from './saved.ts';
import { settingsSchema } from './settings.ts';
import { updateStateSchema } from './updates.ts';
import { windowOf } from './window-of.ts';

const nothing = z.null();
const draftRef = z.strictObject({ draftId: localIdSchema });
const draftWith = z.strictObject({
  draftId: localIdSchema,
  settings: batchSettingsSchema,
  /** Findings whose objects the operator keeps although they are excluded by default. */
  keep: z.array(z.enum(preflightIds)).max(preflightIds.length),
});

/**
 * Every call from the renderer to the main process, declared once. Both directions are parsed at run time: a
 * field that `output` does not declare cannot leave the main process.
 */
export const requests = {
  'app.info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      platform: z.string(),
      locale: z.string(),
      timeZone: z.string(),
      homeHint: z.string(),
      /** What the workstation's organisation has decided; null where nobody has. */
      managed: managedSchema.nullable(),
    }),
  },
  /** Opens a page of Pixop's web app or documentation in the system browser; the URL is made in main, never passed in. */
  'app.open': {
    input: z.discriminatedUnion('page', [
      z.strictObject({
        page: z.literal('video'),
        videoId: pixopIdSchema,
        /** Whose web app has it: history shows videos of all of them. */
        environmentId: z.enum(environmentIds),
      }),
      z.strictObject({ page: z.enum(['api-keys', 'documentation', 'support']) }),
    ]),
    output: nothing,
  },
  /** What of others is in the app, with its terms. */
  'app.licences': { input: nothing, output: z.array(shippedPackageSchema) },
  /** Writes what support asks for, without secrets and object keys, to a file that the operator names; null when called off. */
  'app.saveDiagnostics': { input: nothing, output: z.object({ savedAs: z.string().nullable() }) },
  'updates.get': { input: nothing, output: updateStateSchema },
  'updates.check': { input: nothing, output: updateStateSchema },
  /** Ends the app, installs and starts it again; refused while an import is not sent. */
  'updates.install': { input: nothing, output: nothing },
  'settings.get': { input: nothing, output: settingsSchema },
  'settings.change': {
    input: settingsSchema.omit({ version: true }).partial().strict(),
    output: settingsSchema,
  },

  ...savedRequests,

  'session.get': { input: nothing, output: sessionSchema },
  'session.selectEnvironment': {
    input: z.strictObject({ environmentId: z.enum(environmentIds) }),
    output: sessionSchema,
  },
  'session.selectConnection': {
    input: z.strictObject({ connectionId: connectionIdSchema }),
    output: sessionSchema,
  },
  /** Checks the key with Pixop and chooses its account, as a new connection unless it is one already. */
  'session.addConnection': {
    input: z.strictObject({ environmentId: z.enum(environmentIds), apiKey: z.string().min(1).max(512) }),
    output: sessionSchema,
  },
  /** Forgets its key and its sources; refused while imports of its queue are not settled. */
  'session.removeConnection': {
    input: z.strictObject({ connectionId: connectionIdSchema }),
    output: sessionSchema,
  },
  /** Checks the key with Pixop and stores it only when it was accepted. */
  'session.saveKey': { input: z.strictObject({ apiKey: z.string().min(1).max(512) }), output: sessionSchema },
  'session.clearKey': { input: nothing, output: sessionSchema },
  /** Asks Pixop again, after a network failure or a rejected key. */
  'session.check': { input: nothing, output: sessionSchema },

  'teams.list': { input: nothing, output: z.array(teamSchema) },
  'projects.list': { input: z.strictObject({ teamId: pixopIdSchema }), output: z.array(projectSchema) },
  'projects.create': {
    input: z.strictObject({ teamId: pixopIdSchema, name: z.string().min(1).max(47) }),
    output: projectSchema,
  },

  'sources.list': { input: z.strictObject({ teamId: pixopIdSchema }), output: z.array(sourceSchema) },
  'sources.create': {
    input: z.strictObject({
      teamId: pixopIdSchema,
      name: z.string().min(1).max(47),
      bucket: z.string().min(3).max(63),
      accessKeyId: z.string().min(3).max(128),
      secretAccessKey: z.string().min(1).max(256),
      endpoint: s3EndpointSchema,
      /** Uses the same keys for browsing, kept in the keychain. */
      browseWithSameKeys: z.boolean(),
    }),
    output: sourceSchema,
  },
  /** Tests the credentials against the bucket, then stores them if they can at least list it. */
  'sources.saveCredentials': {
    input: z.strictObject({
      locationId: pixopIdSchema,
      credentials: s3CredentialsInputSchema,
      endpoint: s3EndpointSchema,
    }),
    output: z.object({ source: sourceSchema, test: credentialsTestSchema }),
  },
  'sources.rename': {
    input: z.strictObject({ locationId: pixopIdSchema, name: z.string().min(1).max(47) }),
    output: sourceSchema,
  },
  /** Replaces the keys with which Pixop itself reads the bucket; what this app browses with stays as it is. */
  'sources.replaceKeys': {
    input: z.strictObject({
      locationId: pixopIdSchema,
      accessKeyId: z.string().min(3).max(128),
      secretAccessKey: z.string().min(1).max(256),
    }),
    output: nothing,
  },
  /** Deletes the location at Pixop, and its credentials here; refused while imports of this workstation need it. */
  'sources.remove': { input: sourceRefSchema, output: nothing },
  'sources.testCredentials': { input: sourceRefSchema, output: credentialsTestSchema },
  'sources.clearCredentials': { input: sourceRefSchema, output: sourceSchema },
  /** Names of the profiles in the AWS config and credentials files. */
  'sources.awsProfiles': { input: nothing, output: z.array(z.string()) },

  ...browseRequests,

  /** Reads a manifest; what of it is in a bucket is asked for next. Only the newest one is kept. */
  'manifests.read': {
    input: z.strictObject({ fileName: z.string().max(255), text: z.string().max(MANIFEST_CHARACTERS) }),
    output: manifestStateSchema,
  },
  /** Reads the manifest that the operator names in the system's dialog; null when it was closed. */
  'manifests.open': { input: nothing, output: manifestStateSchema.nullable() },
  /** Starts to look for the manifest's objects in a location; `manifests.changed` tells how far it is. */
  'manifests.match': {
    input: manifestRefSchema.extend({ locationId: pixopIdSchema }),
    output: manifestStateSchema,
  },
  'manifests.stop': { input: manifestRefSchema, output: manifestStateSchema },
  'manifests.lines': {
    input: manifestRefSchema.extend({ list: z.enum(manifestLists), ...windowOf }),
    output: z.array(manifestLineSchema),
  },
  /** A whole list as text, one line each, for the clipboard. */
  'manifests.text': {
    input: manifestRefSchema.extend({ list: z.enum(manifestLists) }),
    output: z.object({ text: z.string() }),
  },
  'manifests.close': { input: manifestRefSchema, output: nothing },
  ...peekRequests,

  /** Takes a snapshot of the listing's selection for the batch sheet; keys never cross to the renderer. */
  'drafts.fromSelection': { input: listingRefSchema, output: draftRef },
  /** Takes what was matched of a manifest; what a row says of its video wins over the templates. */
  'drafts.fromManifest': { input: manifestRefSchema, output: draftRef },
  'drafts.summary': { input: draftWith, output: draftSummarySchema },
  'drafts.rows': { input: draftWith.extend(windowOf), output: z.array(draftRowSchema) },
  /** Answers only after every planned import is on disk. */
  'drafts.start': {
    input: draftWith,
    output: z.object({ batchId: localIdSchema, queued: z.number().int() }),
  },
  'drafts.discard': { input: draftRef, output: nothing },

  ...queueRequests,
  ...historyRequests,
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

/** Every event from the main process to the renderer. */
export const events = {
  'session.changed': sessionSchema,
  'settings.changed': settingsSchema,
  'saved.changed': z.array(savedSchema),
  'sources.changed': z.array(sourceSchema),
  'browse.changed': browseStateSchema,
  'manifests.changed': manifestStateSchema,
  'queue.changed': queueChangeSchema,
  'peek.spent': previewSpendSchema,
  'updates.changed': updateStateSchema,
  /** The operator wants to see a batch: its notification was clicked. */
  'batch.show': z.object({ batchId: localIdSchema }),
  /** A menu item or accelerator was used. */
  'app.command': z.object({
    command: z.enum([
      'settings',
      'palette',
      'shortcuts',
      'pause',
      'resume',
      'refresh',
      'select-all',
      'open-manifest',
      'history',
    ]),
  }),
} as const satisfies Record<string, z.ZodType>;

/** Name of a call. */
export type RequestName = keyof typeof requests;
/** Name of an event. */
export type EventName = keyof typeof events;
/** What a call takes, after parsing. */
export type Input<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
/** What a call answers. */
export type Output<N extends RequestName> = z.output<(typeof requests)[N]['output']>;
/** What an event carries. */
export type Payload<N extends EventName> = z.output<(typeof events)[N]>;
