import type { Source } from '../../../shared/session.ts';
import type { ErrorContext } from '../../text/describe-error.ts';

/** What an error of a source is told with: its bucket, and the profile that may have to sign in again. */
export const errorContext = ({ bucket, credentials }: Source): ErrorContext => ({
  bucket,
  ...(credentials?.kind === 'profile' ? { profile: credentials.label } : {}),
});
