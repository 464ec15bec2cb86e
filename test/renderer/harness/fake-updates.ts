import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

/** The app's own renewal, in the state that the scenario names. */
export function createFakeUpdates({ scenario }: FakeContext): FakeHandlers<'updates'> {
  return {
    'updates.get': () => scenario.update,
    'updates.check': () => scenario.update,
    'updates.install': () => null,
  };
}
