import type { PixopClient } from '../../../src/main/pixop/pixop-client.ts';
import type { S3Access } from '../../../src/main/s3/access.ts';
import { createMemoryVault } from '../../../src/main/secrets/key-vault.ts';
import { createSourcesService } from '../../../src/main/session/sources-service.ts';
import type { AppError } from '../../../src/shared/errors.ts';
import type { CredentialsTest, S3Endpoint, Source } from '../../../src/shared/session.ts';

/** The one location that Pixop tells of at first. */
export const locationId = 'location-1';
/** The bucket's own service. */
export const endpoint: S3Endpoint = { endpoint: null, region: null, pathStyle: false };
/** Keys that may be saved. */
export const keys = {
  kind: 'keys',
  accessKeyId: 'AKIAEXAMPLE12345',
  secretAccessKey: 'very-secret-value',
} as const;
/** What a test says when all is well. */
export const granted: CredentialsTest = { ok: true, region: 'eu-west-1', checks: [], error: null };
/** What S3 says to keys that may not list. */
export const denied: AppError = {
  code: 'forbidden',
  message: 'no',
  detail: { source: 's3', missingAction: 's3:ListBucket' },
};

/** Opens the sources of one connection over a memory of their own; `answer` says what they are told. */
export function openSources(file = { saved: undefined as unknown }, vault = createMemoryVault('test')) {
  const tested: S3Access[] = [];
  const answer = {
    test: granted,
    needing: 0,
    testing: Promise.resolve(),
    deleting: async () => undefined as void,
  };
  const owner = { connectionId: 'production' };
  const asked: string[] = [];
  const removed: string[] = [];
  const shown: Source[][] = [];
  const service = createSourcesService({
    vault,
    file: { load: async () => file.saved, save: async (value) => void (file.saved = structuredClone(value)) },
    owner: () => ({ connectionId: owner.connectionId, environmentId: 'production' }),
    client: () =>
      // Only locations are asked for here.
      ({
        inputLocations: async () => [{ locationId, name: 'Rushes', bucket: 'rushes' }],
        createInputLocation: async (_team: string, { name, bucket }: { name: string; bucket: string }) => ({
          locationId: 'location-2',
          name,
          bucket,
        }),
        renameInputLocation: async (id: string, name: string) => ({ locationId: id, name, bucket: 'rushes' }),
        deleteInputLocation: async (id: string) => {
          asked.push(id);
          await answer.deleting();
        },
      }) as unknown as PixopClient,
    testAccess: async (access) => {
      tested.push(access);
      await answer.testing;
      return answer.test;
    },
    importsNeeding: async () => answer.needing,
    onRemoved: (id) => removed.push(id),
    onCredentials: () => undefined,
    onSecret: () => undefined,
    onChange: (sources) => shown.push(sources),
    allowLoopback: false,
  });
  return { service, file, vault, tested, answer, owner, asked, removed, shown };
}
