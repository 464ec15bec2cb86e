import { z } from 'zod';
import { batchSettingsSchema } from './imports.ts';
import { languages } from './language.ts';
import { updateChannels } from './policy.ts';
import { connectionIdSchema, environmentIds } from './session.ts';

/** Version of the settings file; raised with every change that an older app could misread. */
export const SETTINGS_VERSION = 1;

/** Everything the app remembers that is neither a secret nor the queue. */
export const settingsSchema = z.object({
  version: z.literal(SETTINGS_VERSION),
  environmentId: z.enum(environmentIds),
  /** The account of the environment that was chosen last; null is its first. */
  connectionId: connectionIdSchema.nullable(),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Language tag, or `system`. */
  language: z.enum(['system', ...languages]),
  notifications: z.boolean(),
  updateChannel: z.enum(updateChannels),
  importReference: z.boolean(),
  /** Percent of Pixop's rate limit left to other users of the key. Default 0, range 0 to 90. */
  reservePercent: z.number().int().min(0).max(90),
  teamId: z.string().nullable(),
  /** True once the first-run card was finished or put off: it never comes back by itself. */
  firstRunDone: z.boolean(),
  lastBatch: batchSettingsSchema.nullable(),
  /** Share of the window's width given to the queue, 0.2 to 0.7. */
  queueShare: z.number().min(0.2).max(0.7),
  /** Megabytes (decimal) that previews may read of one source between two starts. Default 500, range 0 (none) to 100,000. */
  previewLimitMb: z.number().int().min(0).max(100_000),
});
/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** What a fresh installation starts with. */
export const defaultSettings: Settings = {
  version: SETTINGS_VERSION,
  environmentId: 'production',
  connectionId: null,
  appearance: 'system',
  language: 'system',
  notifications: true,
  updateChannel: 'stable',
  importReference: true,
  reservePercent: 0,
  teamId: null,
  firstRunDone: false,
  lastBatch: null,
  queueShare: 0.4,
  previewLimitMb: 500,
};
