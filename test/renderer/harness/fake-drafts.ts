import { AppFailure } from '../../../src/shared/errors.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

const none = (): never => {
  throw new AppFailure({ code: 'not-found', message: 'This script has no draft yet' });
};

/** The batch sheet's draft. */
export function createFakeDrafts(_context: FakeContext): FakeHandlers<'drafts'> {
  return {
    'drafts.fromSelection': none,
    'drafts.fromManifest': none,
    'drafts.summary': none,
    'drafts.rows': none,
    'drafts.start': none,
    'drafts.discard': () => null,
  };
}
