import { describe, expect, it } from 'vitest';
import { browsePolicy } from '../../../src/renderer/views/sources/browse-policy.ts';
import {
  credentialsOf,
  credentialsProblems,
  draftFor,
  endpointOf,
} from '../../../src/renderer/views/sources/credentials-draft.ts';
import {
  emptyLocation,
  locationInput,
  locationProblems,
} from '../../../src/renderer/views/sources/location-draft.ts';
import { requests } from '../../../src/shared/contract.ts';
import type { Source } from '../../../src/shared/session.ts';

const source: Source = {
  locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000001',
  teamId: '5e0c8f6a-1111-4a1b-9d5e-000000000001',
  name: 'Masters',
  bucket: 'masters',
  access: 'ready',
  error: null,
  credentials: { kind: 'keys', label: 'AKIA••••7Q4M' },
  endpoint: { endpoint: 'https://minio.example:9000', region: null, pathStyle: true },
};

describe('the credentials form', () => {
  it('opens with what is known of the source, and never with a secret or a masked key', () => {
    const draft = draftFor(source);
    expect(draft).toMatchObject({ kind: 'keys', endpoint: 'https://minio.example:9000', pathStyle: true });
    expect([draft.accessKeyId, draft.secretAccessKey, draft.sessionToken]).toEqual(['', '', '']);
  });

  it('asks only for what the chosen way needs', () => {
    const draft = draftFor(null);
    expect(credentialsProblems(draft)).toEqual({ profile: 'required' });
    expect(credentialsProblems({ ...draft, kind: 'default-chain' })).toEqual({});
    expect(credentialsProblems({ ...draft, kind: 'keys' })).toEqual({
      accessKeyId: 'required',
      secretAccessKey: 'required',
    });
  });

  it.each(['minio.example', 'ftp://x', 'https://', 'https://user:pass@minio.example'])(
    'does not take %s for an endpoint',
    (endpoint) => {
      expect(credentialsProblems({ ...draftFor(null), kind: 'default-chain', endpoint })).toEqual({
        endpoint: 'endpoint',
      });
    },
  );

  it('sends what the contract takes, without the white space of a pasted key', () => {
    const draft = {
      ...draftFor(source),
      accessKeyId: ' AKIAIOSFODNN7EXAMPLE\n',
      secretAccessKey: '\tsecret ',
      sessionToken: '  ',
    };
    const input = {
      locationId: source.locationId,
      credentials: credentialsOf(draft),
      endpoint: endpointOf(draft),
    };
    expect(requests['sources.saveCredentials'].input.parse(input).credentials).toEqual({
      kind: 'keys',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'secret',
    });
  });
});

describe('the form for a new location', () => {
  const filled = {
    ...emptyLocation,
    name: ' Masters ',
    bucket: 'masters',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'secret',
  };

  it('asks for everything that Pixop needs', () => {
    expect(Object.keys(locationProblems(emptyLocation)).toSorted()).toEqual([
      'accessKeyId',
      'bucket',
      'name',
      'secretAccessKey',
    ]);
  });

  it.each(['Masters', 'a', 'masters_2026', '-masters', 'm'.repeat(64)])(
    'does not take %s for a bucket name',
    (bucket) => {
      expect(locationProblems({ ...filled, bucket })).toEqual({ bucket: 'bucket' });
    },
  );

  it('sends what the contract takes', () => {
    expect(locationProblems(filled)).toEqual({});
    const input = requests['sources.create'].input.parse(locationInput(filled, source.teamId));
    expect(input).toMatchObject({ name: 'Masters', browseWithSameKeys: true });
  });
});

describe('the policy to copy', () => {
  it('is JSON that grants the three permissions on this bucket and nothing else', () => {
    const policy: unknown = JSON.parse(browsePolicy('masters'));
    expect(policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:ListBucket', 's3:GetBucketLocation'],
          Resource: 'arn:aws:s3:::masters',
        },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::masters/*' },
      ],
    });
  });

  it('stays JSON whatever the bucket is called', () => {
    expect(() => JSON.parse(browsePolicy('"],"Action":"*'))).not.toThrow();
  });
});
