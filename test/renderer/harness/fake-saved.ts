import { AppFailure } from '../../../src/shared/errors.ts';
import type { Saved } from '../../../src/shared/saved.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';

/** What the operator keeps, for the page's life. */
export function createFakeSaved({ scenario, emit }: FakeContext): FakeHandlers<'saved'> {
  let saved: readonly Saved[] = scenario.saved;
  let made = 0;
  return {
    'saved.get': () => [...saved],
    'saved.change': (change) => {
      if (change.change === 'remove') saved = saved.filter(({ id }) => id !== change.id);
      else if (change.change === 'add') saved = [...saved, { ...change.item, id: `made-${(made += 1)}` }];
      else if (saved.some(({ id }) => id === change.item.id))
        saved = saved.map((item) => (item.id === change.item.id ? change.item : item));
      else throw new AppFailure({ code: 'not-found', message: 'It is not saved any more.' });
      emit('saved.changed', [...saved]);
      return [...saved];
    },
  };
}
