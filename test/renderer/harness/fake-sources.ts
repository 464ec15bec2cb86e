import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import type { CredentialsTest, Source } from '../../../src/shared/session.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import type { Scenario } from './scenarios.ts';
import { teams } from './fake-session.ts';

const aws = { endpoint: null, region: null, pathStyle: false } as const;

const source = (
  number: number,
  part: Partial<Source> & Pick<Source, 'name' | 'bucket' | 'access'>,
): Source => ({
  locationId: `c3b1d2e4-3333-4f5a-b6c7-${String(number).padStart(12, '0')}`,
  teamId: teams[0]?.teamId ?? '',
  error: null,
  credentials: null,
  endpoint: aws,
  ...part,
});

const denied: AppError = {
  code: 'forbidden',
  message: 'Access Denied',
  detail: {
    source: 's3',
    serviceCode: 'AccessDenied',
    httpStatus: 403,
    requestId: 'TX0K4JQ2M9',
    missingAction: 's3:ListBucket',
  },
};

const trouble: AppError = {
  code: 'upstream',
  message: 'We encountered an internal error. Please try again.',
  detail: {
    source: 's3',
    serviceCode: 'InternalError',
    httpStatus: 500,
    said: 'We encountered an internal error. Please try again.',
  },
};

const mixed: readonly Source[] = [
  source(1, {
    name: 'Camera masters',
    bucket: 'nordlys-camera-masters',
    access: 'ready',
    credentials: { kind: 'profile', label: 'nordlys-post' },
  }),
  source(2, {
    name: 'Archive scans',
    bucket: 'nordlys-archive-scans-eu-north-1',
    access: 'needs-credentials',
  }),
  source(3, {
    name: 'Dailies from the Reykjavik unit, second season',
    bucket: 'rvk-dailies',
    access: 'denied',
    error: denied,
    credentials: { kind: 'keys', label: 'AKIA••••••••7Q4M' },
  }),
  source(4, {
    name: 'On-premises MinIO',
    bucket: 'ingest',
    access: 'unknown',
    credentials: { kind: 'keys', label: 'mini••••••oper' },
    endpoint: { endpoint: 'https://minio.nordlys.example:9000', region: 'eu-north-1', pathStyle: true },
  }),
];

const sourcesOf = (kind: Scenario['sources']): readonly Source[] => {
  if (kind === 'none') return [];
  if (kind !== 'many') return mixed;
  const more = Array.from({ length: 60 }, (_, index) =>
    source(index + 10, { name: `Vault ${index + 1}`, bucket: `nordlys-vault-${index + 1}`, access: 'ready' }),
  );
  return [...mixed, ...more];
};

type Check = CredentialsTest['checks'][number];

function testAnswer(kind: Scenario['credentials']): CredentialsTest {
  const check = (action: Check['action'], outcome: Exclude<Check['outcome'], 'failed'>): Check => ({
    action,
    outcome,
  });
  switch (kind) {
    case 'good':
      return {
        ok: true,
        region: 'eu-north-1',
        checks: [
          check('s3:ListBucket', 'granted'),
          check('s3:GetObject', 'granted'),
          check('s3:GetBucketLocation', 'granted'),
        ],
        error: null,
      };
    case 'no-get-object':
      return {
        ok: true,
        region: 'eu-north-1',
        checks: [
          check('s3:ListBucket', 'granted'),
          check('s3:GetObject', 'refused'),
          { action: 's3:GetBucketLocation', outcome: 'failed', error: trouble },
        ],
        error: null,
      };
    case 'sso-expired':
      return {
        ok: false,
        region: null,
        checks: [],
        error: {
          code: 'credentials-missing',
          message: 'The AWS single sign-on session has expired.',
          detail: { source: 's3', serviceCode: 'SsoSessionExpired' },
        },
      };
    case 'denied':
      return {
        ok: false,
        region: 'eu-north-1',
        checks: [
          check('s3:ListBucket', 'refused'),
          check('s3:GetObject', 'not-listed'),
          check('s3:GetBucketLocation', 'refused'),
        ],
        error: denied,
      };
  }
}

/** Input locations and the credentials for browsing them. */
export function createFakeSources({ scenario, emit }: FakeContext): FakeHandlers<'sources'> {
  let sources = sourcesOf(scenario.sources);
  const find = (locationId: string): Source => {
    const found = sources.find((candidate) => candidate.locationId === locationId);
    if (found === undefined) throw new AppFailure({ code: 'not-found', message: 'No such location' });
    return found;
  };
  const replace = (changed: Source): Source => {
    sources = sources.map((known) => (known.locationId === changed.locationId ? changed : known));
    emit('sources.changed', [...sources]);
    return changed;
  };
  return {
    'sources.list': ({ teamId }) => {
      if (scenario.sources === 'failing') {
        throw new AppFailure({
          code: 'upstream',
          message: 'Internal error',
          detail: {
            source: 'pixop',
            serviceCode: 'INTERNAL_SERVER_ERROR',
            httpStatus: 500,
            requestId: 'b52c0e7719aa4f05',
          },
        });
      }
      return sources.filter((known) => known.teamId === teamId);
    },
    'sources.create': ({ teamId, name, bucket, accessKeyId, endpoint, browseWithSameKeys }) => {
      if (bucket === 'taken') {
        throw new AppFailure({
          code: 'bad-request',
          message: 'Validation failed',
          detail: {
            source: 'pixop',
            serviceCode: 'VALIDATION_ERROR',
            requestId: '0d4f6ab1c2',
            validationErrors: [{ field: 'bucket', message: 'is already used by another input location' }],
          },
        });
      }
      const created = source(sources.length + 100, {
        teamId,
        name,
        bucket,
        endpoint,
        access: browseWithSameKeys ? 'ready' : 'needs-credentials',
        credentials: browseWithSameKeys ? { kind: 'keys', label: `${accessKeyId.slice(0, 4)}••••` } : null,
      });
      sources = [...sources, created];
      return created;
    },
    'sources.saveCredentials': ({ locationId, credentials, endpoint }) => {
      const test = testAnswer(scenario.credentials);
      if (!test.ok) return { source: find(locationId), test };
      const label =
        credentials.kind === 'profile'
          ? credentials.profile
          : credentials.kind === 'keys'
            ? `${credentials.accessKeyId.slice(0, 4)}••••`
            : 'default chain';
      return {
        source: replace({
          ...find(locationId),
          access: 'ready',
          error: null,
          endpoint,
          credentials: { kind: credentials.kind, label },
        }),
        test,
      };
    },
    'sources.replaceKeys': ({ locationId }) => {
      find(locationId);
      return null;
    },
    'sources.rename': ({ locationId, name }) => replace({ ...find(locationId), name }),
    'sources.remove': ({ locationId }) => {
      find(locationId);
      if (scenario.queue !== 'empty') {
        throw new AppFailure({
          code: 'conflict',
          message: 'Imports of this input location are not finished.',
          detail: { source: 'app', serviceCode: 'LOCATION_IN_USE' },
        });
      }
      sources = sources.filter((known) => known.locationId !== locationId);
      emit('sources.changed', [...sources]);
      return null;
    },
    'sources.testCredentials': () => testAnswer(scenario.credentials),
    'sources.clearCredentials': ({ locationId }) =>
      replace({ ...find(locationId), access: 'needs-credentials', error: null, credentials: null }),
    'sources.awsProfiles': () => ['default', 'nordlys-post', 'nordlys-archive-sso'],
  };
}
