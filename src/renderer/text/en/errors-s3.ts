import type { ErrorWords } from '../error-words.ts';

/** What a permission of S3's allows. */
function allowed(permission: string | null, bucket: string): string {
  switch (permission) {
    case 's3:ListBucket':
      return `list ${bucket}`;
    case 's3:GetObject':
      return `read files in ${bucket}`;
    case 's3:GetBucketLocation':
      return `ask for the region of ${bucket}`;
    default:
      return `do this in ${bucket}`;
  }
}

/** Errors that S3 and its credentials cause. */
export const s3Errors = {
  's3-permission': {
    title: ({ permission }) =>
      permission === null ? 'A permission is missing' : `The ${permission} permission is missing`,
    explanation: ({ permission, bucket }) =>
      `These credentials are valid, but not allowed to ${allowed(permission, bucket ?? 'this bucket')}.`,
    nextStep: ({ permission }) =>
      `Add ${permission ?? 'the permission'} to the user or role in AWS IAM, or use other credentials.`,
  },
  's3-denied': {
    title: 'S3 denied access',
    explanation: 'The credentials are valid, but give no access to this bucket or folder.',
    nextStep: 'Check the user’s permissions and the bucket’s policy, or use other credentials.',
  },
  's3-bucket-not-found': {
    title: 'The bucket does not exist',
    explanation: ({ bucket }) =>
      bucket === null ? 'No bucket has this name.' : `There is no bucket named ${bucket} at this address.`,
    nextStep: 'Check the name. For storage other than AWS, check the endpoint too.',
  },
  's3-object-not-found': {
    title: 'The file is no longer there',
    explanation: 'It was deleted, moved or renamed since the folder was listed.',
    nextStep: 'Refresh the folder.',
  },
  's3-key-unknown': {
    title: 'S3 does not recognise this access key',
    explanation: 'The access key ID is mistyped, was deleted, or belongs to another provider.',
    nextStep: 'Check the access key ID. For storage other than AWS, check the endpoint too.',
  },
  's3-secret-wrong': {
    title: 'The secret access key is wrong',
    explanation: 'S3 recognises the access key ID, but not with this secret.',
    nextStep: 'Enter the secret again, or create a new pair of keys.',
  },
  's3-clock': {
    title: 'This computer’s clock is wrong',
    explanation: 'S3 refuses requests whose time differs from its own by more than 15 minutes.',
    nextStep: 'Set the date and time automatically, then try again.',
  },
  's3-expired': {
    title: 'The temporary credentials have expired',
    explanation: 'Credentials with a session token last a few hours at most.',
    nextStep: 'Get new ones and enter them, or use an AWS profile that renews itself.',
  },
  'sso-expired': {
    title: 'The AWS sign-in has expired',
    explanation: ({ profile }) =>
      `The single sign-on session${profile === null ? '' : ` of the profile ${profile}`} has ended.`,
    nextStep: 'Run this command in a terminal, then try again.',
  },
  's3-credentials-missing': {
    title: 'No credentials for this bucket',
    explanation: 'Without credentials of its own, this app cannot show what is in the bucket.',
    nextStep: 'Choose an AWS profile, or enter access keys that are allowed to read the bucket.',
  },
  's3-credentials-rejected': {
    title: 'S3 did not accept these credentials',
    explanation: 'They are wrong, deleted, or belong to another provider.',
    nextStep: 'Choose another profile, or enter other keys.',
  },
  's3-region': {
    title: 'The bucket is in another region',
    explanation: 'The storage redirects requests for this bucket to another region.',
    nextStep: 'Leave the region empty for AWS; for other storage, enter the one your provider gives.',
  },
  's3-archived': {
    title: 'The file is archived',
    explanation: 'Files in Glacier storage classes cannot be read until they are restored.',
    nextStep: 'Restore it in AWS first; this takes minutes to hours.',
  },
  's3-busy': {
    title: 'The storage is limiting requests',
    explanation: 'It accepts fewer requests at the moment.',
    nextStep: 'No action needed: reading continues more slowly.',
  },
  's3-unreachable': {
    title: 'The storage cannot be reached',
    explanation: 'This computer is offline, the endpoint is mistyped, or a proxy or firewall is in the way.',
    nextStep: 'Check the connection and the endpoint, then try again.',
  },
  's3-slow': {
    title: 'The storage did not answer in time',
    explanation: 'The connection is slow, or the storage is under heavy load.',
    nextStep: 'Try again in a moment.',
  },
  's3-trouble': {
    title: 'The storage has a problem',
    explanation: 'It answered with an internal error.',
    nextStep: 'Try again in a moment.',
  },
  's3-strange': {
    title: 'The answer did not come from S3',
    explanation:
      'The address is not an S3 endpoint, or something in between answered, such as a sign-in page.',
    nextStep: 'Check the endpoint, and sign in to the network in a web browser.',
  },
} satisfies Readonly<Record<string, ErrorWords>>;
