import { AppFailure } from '../../../src/shared/errors.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

const none = (): never => {
  throw new AppFailure({ code: 'not-found', message: 'This script has no listing yet' });
};

/** The selected bucket's listing. */
export function createFakeBrowse(_context: FakeContext): FakeHandlers<'browse'> {
  return {
    'browse.open': none,
    'browse.view': none,
    'browse.rows': none,
    'browse.select': none,
    'browse.find': none,
    'browse.stop': none,
    'browse.close': () => null,
  };
}
