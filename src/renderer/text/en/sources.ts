import type { CredentialsTest, Source } from '../../../shared/session.ts';

type Outcome = CredentialsTest['checks'][number]['outcome'];

const access: Readonly<Record<Source['access'], string>> = {
  unknown: 'Not checked yet',
  'needs-credentials': 'Needs credentials',
  ready: 'Ready',
  denied: 'Denied',
};

/** The source list and the dialogs around input locations and credentials. */
export const sources = {
  access,
  title: 'Sources' as string,
  list: 'Input locations' as string,
  team: 'Team' as string,
  add: 'Add input location' as string,
  refresh: 'Refresh sources' as string,
  emptyTitle: 'No input locations' as string,
  empty: 'An input location tells Pixop which bucket to fetch videos from, and with which keys.' as string,
  notConnectedTitle: 'Not connected to Pixop' as string,
  notConnected:
    'Sources are the input locations of your team; they appear once Pixop has accepted a key.' as string,
  actionsFor: (name: string): string => `Actions for ${name}`,
  setCredentials: 'Set credentials…' as string,
  replaceCredentials: 'Replace credentials…' as string,
  test: 'Test credentials' as string,
  removeCredentials: 'Remove credentials…' as string,
  copyBucket: 'Copy bucket name' as string,
  rename: 'Rename input location…' as string,
  replaceKeys: 'Replace Pixop’s keys…' as string,
  removeLocation: 'Remove input location…' as string,

  addTitle: 'Add input location' as string,
  addIntro:
    'Creates an input location in Pixop. Pixop keeps these keys and uses them to fetch the videos.' as string,
  name: 'Name' as string,
  nameHelp: 'How your team sees it in Pixop.' as string,
  bucket: 'Bucket' as string,
  sameKeys: 'Browse with the same keys' as string,
  sameKeysHelp:
    'Also keeps them in this computer’s keychain, so that this app can show the bucket.' as string,
  sameKeysHelpMemory:
    'Also keeps them in memory until the app is closed, so that it can show the bucket.' as string,
  create: 'Create' as string,

  renameTitle: (name: string): string => `Rename ${name}`,
  renameConfirm: 'Rename' as string,

  replaceKeysTitle: (name: string): string => `Pixop’s keys for ${name}`,
  replaceKeysIntro: (bucket: string): string =>
    `Pixop uses these keys to fetch videos from ${bucket}. They need s3:ListBucket and s3:GetObject. The credentials this app browses with stay as they are.`,
  replaceKeysConfirm: 'Replace keys' as string,
  keysReplaced: 'Pixop has the new keys' as string,

  credentialsTitle: (name: string): string => `Credentials for ${name}`,
  credentialsIntro: (bucket: string): string =>
    `For browsing the bucket ${bucket} from this computer. Pixop fetches the videos with its own keys.`,
  kind: 'Sign in to S3 with' as string,
  kindProfile: 'An AWS profile' as string,
  kindProfileHelp: 'From this computer’s AWS configuration; single sign-on works too.' as string,
  kindChain: 'The default chain' as string,
  kindChainHelp: 'Environment variables, the default profile, or this computer’s role.' as string,
  kindKeys: 'Access keys' as string,
  kindKeysHelp: 'Kept in the system’s keychain.' as string,
  kindKeysHelpMemory: 'Kept in memory until the app is closed, since there is no keychain.' as string,
  profile: 'Profile' as string,
  profilePlaceholder: 'Choose a profile' as string,
  noProfiles: 'This computer’s AWS configuration has no profiles.' as string,
  accessKeyId: 'Access key ID' as string,
  secretAccessKey: 'Secret access key' as string,
  sessionToken: 'Session token (temporary keys only)' as string,
  compatible: 'S3-compatible storage' as string,
  endpoint: 'Endpoint' as string,
  endpointHelp: 'Leave empty for AWS. Example: https://storage.example.com' as string,
  region: 'Region' as string,
  regionHelp: 'Leave empty to find it automatically.' as string,
  pathStyle: 'Path-style addresses' as string,
  pathStyleHelp:
    'Puts the bucket name in the path instead of the host name; MinIO and Ceph often need this.' as string,
  testAndSave: 'Test and save' as string,
  testAgain: 'Test again' as string,

  testTitle: (name: string): string => `Test of ${name}`,
  testing: 'Testing…' as string,
  testOk: (bucket: string): string => `The bucket ${bucket} can be browsed`,
  testPartly: 'The bucket can be listed, but a permission is missing' as string,
  testFailed: 'The bucket cannot be browsed with these credentials' as string,
  regionFound: (region: string): string => `Region ${region}`,
  permissions: 'Permissions' as string,
  outcomes: {
    granted: 'Allowed',
    refused: 'Not allowed',
    'not-listed': 'Not tested: the bucket could not be listed.',
    'no-object': 'Not tested: the bucket is empty.',
  } as Readonly<Record<Exclude<Outcome, 'failed'>, string>>,
  notTested: (reason: string): string => `Not tested. ${reason}.`,
  purpose: {
    's3:ListBucket': 'to list folders and files',
    's3:GetObject': 'for thumbnails, previews and file details',
    's3:GetBucketLocation': 'to find the region',
  } as Readonly<Record<'s3:ListBucket' | 's3:GetObject' | 's3:GetBucketLocation', string>>,
  policy: 'Minimal IAM policy for browsing this bucket' as string,
  copyPolicy: 'Copy policy' as string,

  removeTitle: (name: string): string => `Remove the credentials for ${name}?`,
  remove: 'Remove credentials' as string,
  removeText:
    'This computer forgets them and can no longer show the bucket. The input location stays in Pixop, and imports continue.' as string,

  removeLocationTitle: (name: string): string => `Remove the input location ${name}?`,
  removeLocationConfirm: 'Remove input location' as string,
  removeLocationText: (bucket: string): string =>
    `Pixop deletes it for your whole team, along with the keys it used to read the bucket ${bucket}. This cannot be undone.`,
  removeLocationKept: 'Files in the bucket and imported videos stay where they are.' as string,
  removeLocationLost:
    'Failed copies can then no longer be restarted, and copies your colleagues are making may fail.' as string,

  required: 'Required' as string,
  bucketInvalid: 'Bucket names have 3 to 63 lower-case letters, digits, dots and hyphens.' as string,
  endpointInvalid: 'Enter a full https:// address.' as string,
  tooShort: 'This is too short for a key.' as string,
};
