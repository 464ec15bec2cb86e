import type { Input } from '../../../shared/contract.ts';
import {
  endpointOf,
  endpointProblems,
  keyProblems,
  type EndpointDraft,
  type Problems,
} from './credentials-draft.ts';

/** What the form for a new input location holds while it is being edited. */
export interface LocationDraft extends EndpointDraft {
  readonly name: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly browseWithSameKeys: boolean;
}

/** Longest name of an input location in characters: openapi.json `InputLocationName`. */
export const MAX_NAME = 47;

/** AWS's rule for general purpose buckets; compatible stores keep to it. */
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** The form as it opens. */
export const emptyLocation: LocationDraft = {
  name: '',
  bucket: '',
  accessKeyId: '',
  secretAccessKey: '',
  browseWithSameKeys: true,
  endpoint: '',
  region: '',
  pathStyle: false,
};

/** What keeps the form from being sent. */
export const locationProblems = (draft: LocationDraft): Problems<LocationDraft> => ({
  ...endpointProblems(draft),
  ...keyProblems(draft),
  ...(draft.name.trim() === '' ? { name: 'required' } : {}),
  ...(draft.bucket.trim() === ''
    ? { bucket: 'required' }
    : BUCKET_NAME.test(draft.bucket.trim())
      ? {}
      : { bucket: 'bucket' }),
});

/** The request that creates the location. */
export const locationInput = (draft: LocationDraft, teamId: string): Input<'sources.create'> => ({
  teamId,
  name: draft.name.trim(),
  bucket: draft.bucket.trim(),
  accessKeyId: draft.accessKeyId.trim(),
  secretAccessKey: draft.secretAccessKey.trim(),
  endpoint: endpointOf(draft),
  browseWithSameKeys: draft.browseWithSameKeys,
});
