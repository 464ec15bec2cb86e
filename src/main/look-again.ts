import { toAppError } from '../shared/errors.ts';
import { SECOND, type Milliseconds } from '../shared/units.ts';
import type { LookAgain } from './imports/ports.ts';
import type { S3Access } from './s3/access.ts';
import type { S3Service } from './s3/s3-service.ts';

/** Longest that an import waits for the bucket's word; it is sent without it then. */
const PATIENCE_MS: Milliseconds = 10 * SECOND;

/** Makes the function that asks a bucket whether an object is still what was picked. */
export const lookAgainWith =
  (
    accessFor: (locationId: string, bucket: string) => Promise<S3Access>,
    { headObject }: Pick<S3Service, 'headObject'>,
  ): LookAgain =>
  async ({ locationId, bucket, objectKey, sizeBytes, etag }, signal) => {
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
      const now = await headObject(await accessFor(locationId, bucket), objectKey, limit);
      // Listings are kept with lower-case digests, whatever the store writes.
      const isSameEtag = etag === '' || now.etag === '' || now.etag.toLowerCase() === etag.toLowerCase();
      const isSame = now.sizeBytes === sizeBytes && isSameEtag;
      return isSame ? 'same' : 'changed';
    } catch (error) {
      return toAppError(error).code === 'not-found' ? 'gone' : 'unknown';
    }
  };
