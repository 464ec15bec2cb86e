import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { bufferContent } from './content.ts';
import type { StoredObject } from './model.ts';
import { readAndWriteEverything, type S3User } from './policy.ts';
import type { S3Server } from './server.ts';

/** A user that may do everything, for tests that are not about permissions. */
export const fullUser: S3User = {
  name: 'full',
  accessKeyId: 'AKIATESTFULL00000001',
  secretAccessKey: 'test-full-secret',
  grants: readAndWriteEverything,
};

/** The real SDK with explicit credentials, aimed at a running simulator; one attempt, so that a fault is seen, not waited out. */
export function sdkClient(server: S3Server, user: S3User = fullUser, config: S3ClientConfig = {}): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken } = user;
  return new S3Client({
    endpoint: server.url,
    region: 'us-east-1',
    forcePathStyle: true,
    ignoreConfiguredEndpointUrls: true,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    ...config,
  });
}

/** A small text object. */
export function textObject(key: string, text = key, modifiedMs = Date.UTC(2026, 10, 1)): StoredObject {
  return { key, content: bufferContent(Buffer.from(text)), modifiedMs };
}

/** What a refused call says: the SDK's error name and the status behind it. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ readonly name: string; readonly status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const metadata: unknown = Reflect.get(error, '$metadata');
    const status: unknown =
      typeof metadata === 'object' && metadata !== null ? Reflect.get(metadata, 'httpStatusCode') : undefined;
    return { name: error.name, status: typeof status === 'number' ? status : undefined };
  }
  throw new Error('Expected the call to be refused, but it was answered');
}
