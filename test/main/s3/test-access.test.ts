import { afterEach, describe, expect, it } from 'vitest';
import { createS3Service } from '../../../src/main/s3/s3-service.ts';
import { credentialsTestSchema, type CredentialsTest } from '../../../src/shared/session.ts';
import { folderKeyspace } from '../../simulators/s3/generated-keys.ts';
import type { S3Action } from '../../simulators/s3/policy.ts';
import { fullUser } from '../../simulators/s3/sdk-client.ts';
import { startRig, type S3Rig } from './s3-rig.ts';

let rig: S3Rig | undefined;
afterEach(async () => {
  await rig?.close();
  rig = undefined;
});

/** Tries a bucket with these permissions, as the contract lets the answer through. */
async function tried(actions: readonly S3Action[], objects: number): Promise<CredentialsTest> {
  const user = { ...fullUser, grants: [{ actions }] };
  rig = await startRig([{ name: 'media', objects: folderKeyspace('', objects) }], [user]);
  return credentialsTestSchema.parse(await createS3Service(rig.deps).testAccess(rig.access('media')));
}

const outcomesOf = ({ checks }: CredentialsTest): unknown =>
  Object.fromEntries(checks.map(({ action, outcome }) => [action, outcome]));

describe('the test of an input location’s access', () => {
  it('says what each permission allows', async () => {
    const test = await tried(['s3:ListBucket', 's3:GetObject', 's3:GetBucketLocation'], 3);
    expect(test).toMatchObject({ ok: true, error: null });
    expect(outcomesOf(test)).toEqual({
      's3:ListBucket': 'granted',
      's3:GetObject': 'granted',
      's3:GetBucketLocation': 'granted',
    });
  });

  it('says which one is refused', async () => {
    const test = await tried(['s3:ListBucket', 's3:GetBucketLocation'], 3);
    expect(test.ok).toBe(true);
    expect(outcomesOf(test)).toMatchObject({ 's3:GetObject': 'refused' });
  });

  it('does not take a bucket that may not be listed for an empty one', async () => {
    const test = await tried(['s3:GetObject', 's3:GetBucketLocation'], 3);
    expect(test).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(outcomesOf(test)).toEqual({
      's3:ListBucket': 'refused',
      's3:GetObject': 'not-listed',
      's3:GetBucketLocation': 'granted',
    });
  });

  it('has nothing to read in an empty bucket', async () => {
    const test = await tried(['s3:ListBucket', 's3:GetObject', 's3:GetBucketLocation'], 0);
    expect(outcomesOf(test)).toMatchObject({ 's3:ListBucket': 'granted', 's3:GetObject': 'no-object' });
  });

  it('keeps what S3 said of a check that failed for another reason', async () => {
    const started = (rig = await startRig([{ name: 'media', objects: folderKeyspace('', 3) }]));
    const access = started.access('nowhere');
    const { checks } = credentialsTestSchema.parse(await createS3Service(started.deps).testAccess(access));
    expect(checks[0]).toMatchObject({
      outcome: 'failed',
      error: { code: 'not-found', detail: { said: 'The specified bucket does not exist' } },
    });
  });
});
