import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServicesRig, type ServicesRig } from '../main/services-rig.ts';
import { reachGateway, type Gateway } from './gateway.ts';

const prefix = 'deliveries/day 1/';
const keys = Array.from({ length: 12 }, (_, index) => `${prefix}A00${index}_C0${index} take+${index}.mov`);

let gateway: Gateway;
let rig: ServicesRig;
beforeAll(async () => {
  gateway = reachGateway();
  await gateway.fill('nordlys-media', new Map([...keys, `${prefix}notes.txt`].map((key) => [key, key])));
  rig = await startServicesRig(gateway.url);
});
afterAll(async () => {
  await rig.close();
  gateway.close();
});

describe('an import from a Ceph gateway', () => {
  it('makes one video of each video file, copied from the gateway', async () => {
    expect(await rig.importBelow(prefix)).toBe(keys.length);
    await rig.until((rows) => rows.length === keys.length && rows.every(({ state }) => state === 'done'));
    const made = rig.pixop.ledger.entries().map(({ objectKey, videoIds }) => [objectKey, videoIds.length]);
    expect(new Map(made.map(([key, count]) => [key, count]))).toEqual(new Map(keys.map((key) => [key, 1])));
  });
});
