import { AppFailure } from '../../shared/errors.ts';

/** Where the AWS files are; by default what the AWS tools themselves use. */
export interface AwsFiles {
  readonly configFilepath?: string;
  readonly filepath?: string;
}

/** Names of the profiles in the AWS config and credentials files, so that the operator picks instead of typing. */
export async function awsProfiles(files: AwsFiles = {}): Promise<readonly string[]> {
  const { configFile, credentialsFile } = await sharedConfig(files);
  const names = new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)]);
  // `sso-session` and `services` sections come with a dot in front of their name and are no profiles.
  return [...names].filter((name) => !/^(sso-session|services)\b/.test(name)).toSorted();
}

/** The region that a profile names, the best first guess of where its buckets are. */
export async function regionOfProfile(profile: string, files: AwsFiles = {}): Promise<string | null> {
  const { configFile, credentialsFile } = await sharedConfig(files);
  return configFile[profile]?.['region'] ?? credentialsFile[profile]?.['region'] ?? null;
}

async function sharedConfig(files: AwsFiles) {
  const { loadSharedConfigFiles } = await import('@smithy/core/config');
  try {
    return await loadSharedConfigFiles({ ...files, ignoreCache: true });
  } catch (cause) {
    throw new AppFailure(
      {
        code: 'storage',
        message: 'The AWS config files could not be read.',
        detail: { source: 'disk' },
      },
      { cause },
    );
  }
}
