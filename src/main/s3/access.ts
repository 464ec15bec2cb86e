import type { S3CredentialsInput, S3Endpoint } from '../../shared/session.ts';

/** Everything needed to read one bucket; the secret parts come from the keychain and stay in the main process. */
export interface S3Access {
  readonly locationId: string;
  readonly bucket: string;
  readonly endpoint: S3Endpoint;
  readonly credentials: S3CredentialsInput;
  /** Address of the proxy by which the bucket is reached; null or absent for none. */
  readonly proxy?: string | null;
}
