import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { noPolicy, policyOf, policySchema, type Policy } from './policy.ts';

/** Where a system's administrators put a policy. The paths are fixed: no environment variable of a user's leads away from them. */
const paths: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: '/Library/Application Support/Pixop Ingest/policy.json',
  win32: 'C:\\ProgramData\\Pixop Ingest\\policy.json',
};
const LINUX_PATH = '/etc/pixop-ingest/policy.json';

/** Where the policy of this system is. */
export const policyPath = (platform: NodeJS.Platform): string => paths[platform] ?? LINUX_PATH;

/** A policy file is larger than this only by mistake, bytes. */
const MAX_BYTES = 64 * 1_024;
/** Write permission of the group or of everybody. */
const WRITABLE_BY_OTHERS = 0o022;

/** What decides whose a file is: where users have ids, it must belong to `ownerId` and be writable to nobody else. */
export interface OwnerRule {
  readonly ownerId: number | null;
}

/** On Windows the folder's permissions are the administrator's to set; Node cannot tell them. */
export const systemOwner = (platform: NodeJS.Platform): OwnerRule => ({
  ownerId: platform === 'win32' ? null : 0,
});

/**
 * Reads the policy. Without a file there is none; one that cannot be read, understood or trusted ends the start with a
 * sentence, since an app that ignored it would do what it forbids.
 */
export async function readPolicy(path: string, { ownerId }: OwnerRule): Promise<Policy> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new Error(`The policy file ${path} ${why} Ask your IT department to correct it.`, { cause });
  };
  let file;
  try {
    file = await stat(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return noPolicy;
    return refuse('cannot be read.', error);
  }
  if (ownerId !== null) {
    const folder = await stat(dirname(path));
    if ([file, folder].some(({ uid, mode }) => uid !== ownerId || (mode & WRITABLE_BY_OTHERS) !== 0))
      return refuse(
        'could have been changed by anybody: it and its folder must belong to the administrator alone.',
      );
  }
  if (file.size > MAX_BYTES) return refuse('is too large.');
  const text = await readFile(path, 'utf8').catch((error: unknown) => refuse('cannot be read.', error));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse('is not valid JSON.', error);
  }
  const parsed = policySchema.safeParse(content);
  return parsed.success
    ? policyOf(parsed.data)
    : refuse(`is not understood: ${z.prettifyError(parsed.error)}.`);
}
