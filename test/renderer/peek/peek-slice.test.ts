import { expect, it } from 'vitest';
import { lookRound } from '../../../src/renderer/store/peek-slice.ts';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import { source, start } from '../store/store-rig.ts';

const denied: AppError = {
  code: 'forbidden',
  message: 'Access Denied',
  detail: { source: 's3', serviceCode: 'AccessDenied', missingAction: 's3:GetObject' },
};
const ticket = 'ticket-01';

it('asks anew about what is on screen when the limit is another one, and for no other setting', async () => {
  const { store } = await start();
  const before = lookRound(store.getState());
  await store.getState().changeSettings({ notifications: false });
  expect(lookRound(store.getState())).toBe(before);
  await store.getState().changeSettings({ previewLimitMb: 0 });
  const off = lookRound(store.getState());
  expect(off).not.toBe(before);
  await store.getState().changeSettings({ previewLimitMb: 2_000 });
  expect([before, off]).not.toContain(lookRound(store.getState()));
});

it('asks anew once credentials were changed, with which more may be read', async () => {
  const changed = source(1, 'ready');
  const { store } = await start({
    'sources.saveCredentials': () => ({
      source: changed,
      test: { ok: true, region: null, checks: [], error: null },
    }),
  });
  const before = lookRound(store.getState());
  await store.getState().saveCredentials({
    locationId: changed.locationId,
    endpoint: changed.endpoint,
    credentials: { kind: 'profile', profile: 'nordlys' },
  });
  expect(lookRound(store.getState())).not.toBe(before);
});

it('answers why a player stopped, or why even that is not known', async () => {
  const answers = [denied, null];
  const { store } = await start({
    'peek.failure': () => {
      const answer = answers.shift();
      if (answer === undefined) throw new AppFailure({ code: 'not-found', message: 'no ticket' });
      return answer;
    },
  });
  expect(await store.getState().playFailure(ticket)).toEqual(denied);
  expect(await store.getState().playFailure(ticket)).toBeNull();
  expect(await store.getState().playFailure(ticket)).toMatchObject({ code: 'not-found' });
});

it('closes Quick Look when a window opens above it, whose keys it would take', async () => {
  const { store } = await start();
  store.getState().openQuickLook();
  store.getState().openOverlay({ kind: 'settings' });
  expect(store.getState().isLooking).toBe(false);
});
