import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHandlers } from '../../src/main/handlers.ts';
import { pageAddress } from '../../src/main/shell/page-address.ts';
import { demoPerson, secondPerson } from '../simulators/pixop/demo.ts';
import { startServicesRig, type ServicesRig } from './services-rig.ts';

let rig: ServicesRig;
beforeEach(async () => {
  rig = await startServicesRig();
});
afterEach(() => rig.close());

/** The contract's calls on the rig, with what the shell was asked for. */
function handlersOf({ services }: ServicesRig) {
  const addresses: (string | null)[] = [];
  const files: string[] = [];
  const handlers = createHandlers(services, {
    info: () => {
      throw new Error('Nothing here asks for it');
    },
    licences: async () => [],
    openManifest: async () => null,
    openPage: async (page, environmentId) => void addresses.push(pageAddress(page, environmentId)),
    saveFile: async (name, text) => (files.push(text), name),
  });
  return { handlers, addresses, files };
}

it('opens a video at the web app of its own environment, whichever is shown', async () => {
  const { handlers, addresses } = handlersOf(rig);
  const videoId = '11111111-2222-3333-4444-555555555555';
  for (const environmentId of ['production', 'staging', 'simulator'] as const)
    await handlers['app.open']({ page: 'video', videoId, environmentId });
  expect(addresses).toEqual([
    `https://app.pixop.com/videos/${videoId}`,
    `https://staging-app.pixop.com/videos/${videoId}`,
    null,
  ]);
});

it('exports history and queue with whose each import is', async () => {
  const { handlers, files } = handlersOf(rig);
  const ofFirst = await rig.importBelow('deliveries/2026-11/Nordlys Ep 01/');
  const second = await rig.connectSecond();
  const ofSecond = await rig.importBelow('deliveries/2026-11/Nordlys Ep 06/', second);
  const everything = { search: '', kind: 'all', connectionId: null, batchId: null } as const;
  const of = await handlers['history.export']({ ...everything, format: 'csv' });
  expect(of.rows).toBe(ofFirst + ofSecond);
  await handlers['history.export']({ ...everything, connectionId: 'simulator', format: 'csv' });
  await handlers['queue.export']({ format: 'csv', failedOnly: false });
  const accounts = files.map((file) => {
    const [head = '', ...rows] = file.trim().split('\r\n');
    expect(head.split(',').slice(-2)).toEqual(['account', 'environment']);
    return rows.map((row) => row.split(',').at(-2));
  });
  const mine = Array.from({ length: ofFirst }, () => demoPerson.email);
  const theirs = Array.from({ length: ofSecond }, () => secondPerson.email);
  expect(accounts).toEqual([[...mine, ...theirs], mine, theirs]);
});
