import { afterEach, expect, it } from 'vitest';
import { startApp, type AppRig } from './support/app-rig.ts';

let rig: AppRig | undefined;
afterEach(() => rig?.close());

it('says that keys are kept for this session only when there is no keychain', async () => {
  rig = await startApp({ env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } });
  const notice = rig.operator.page.getByText('Keys are kept for this session only');
  await notice.waitFor();
  expect(await notice.isVisible()).toBe(true);
});
