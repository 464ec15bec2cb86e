import { z } from 'zod';
import { updateChannels, type Managed } from '../../shared/policy.ts';
import { HOST_PATTERN } from '../platform/host-pattern.ts';

/** The file that an organisation's IT puts on its workstations. What it leaves out is the operator's to choose. */
export const policySchema = z.strictObject({
  version: z.literal(1),
  /** The only Pixop environment that may be used. */
  environment: z.enum(['production', 'staging']).optional(),
  /** Hosts of Pixop and of S3 that may be reached, such as `api.pixop.com` and `*.amazonaws.com`. */
  allowedEndpoints: z.array(z.string().regex(HOST_PATTERN)).min(1).max(100).optional(),
  importReference: z.boolean().optional(),
  updateChannel: z.enum(updateChannels).optional(),
});

/** What applies on this workstation. */
export interface Policy {
  readonly isManaged: boolean;
  readonly environment: 'production' | 'staging' | null;
  readonly allowedEndpoints: readonly string[] | null;
  readonly importReference: boolean | null;
  readonly updateChannel: (typeof updateChannels)[number] | null;
}

/** Where no policy file is, everything is the operator's to choose. */
export const noPolicy: Policy = {
  isManaged: false,
  environment: null,
  allowedEndpoints: null,
  importReference: null,
  updateChannel: null,
};

/** What a policy file says; a managed workstation that names no channel is updated by its IT, not by the app. */
export function policyOf(file: z.infer<typeof policySchema>): Policy {
  return {
    isManaged: true,
    environment: file.environment ?? null,
    allowedEndpoints: file.allowedEndpoints ?? null,
    importReference: file.importReference ?? null,
    updateChannel: file.updateChannel ?? 'off',
  };
}

/** What the window is told, so that it can say which settings are not the operator's. */
export function managedOf(policy: Policy): Managed | null {
  if (!policy.isManaged) return null;
  return {
    environment: policy.environment !== null,
    importReference: policy.importReference !== null,
    updateChannel: policy.updateChannel !== null,
    allowedEndpoints: policy.allowedEndpoints === null ? null : [...policy.allowedEndpoints],
  };
}
