import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import type { Account } from '../../shared/session.ts';
import { cleanApiKey } from '../pixop/api-key.ts';
import type { PixopConnection } from '../pixop/pixop-call.ts';
import type { PixopClient } from '../pixop/pixop-client.ts';

const forever = new AbortController().signal;

/** Asks Pixop whose key was pasted; rejects with what to say when it is nobody's. */
export async function accountOfKey(
  pasted: string,
  onSecret: (secret: string) => void,
  makeClient: (key: Pick<PixopConnection, 'apiKey' | 'onKeyRejected'>) => PixopClient,
): Promise<{ readonly key: string; readonly account: Account }> {
  const key = cleanApiKey(pasted);
  if (key === null) {
    throw new AppFailure({
      code: 'unauthorised',
      message: 'This cannot be an API key: it has spaces or characters that no key has.',
      detail: { source: 'pixop', serviceCode: 'INVALID_API_KEY' },
    });
  }
  onSecret(key);
  const client = makeClient({ apiKey: async () => key, onKeyRejected: () => undefined });
  return { key, account: await client.account(forever).catch(notStored) };
}

/** Only Pixop's own words speak against a key; a proxy may answer 401 too. */
export const isRefusal = (error: AppError): boolean =>
  error.code === 'unauthorised' && error.detail?.serviceCode !== undefined;

/** Says of a key that could not be checked what has become of it. */
function notStored(thrown: unknown): never {
  const error = toAppError(thrown);
  if (isRefusal(error)) throw thrown;
  const message = `${error.message} The key was not stored.`.slice(0, 2_000);
  throw new AppFailure({ ...error, message }, { cause: thrown });
}
