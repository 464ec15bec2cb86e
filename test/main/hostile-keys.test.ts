import fc from 'fast-check';
import { expect, it } from 'vitest';
import { displayKey } from '../../src/renderer/text/display-key.ts';
import { bufferContent } from '../simulators/s3/content.ts';
import { HOSTILE, hostileKey } from '../simulators/s3/hostile-keys.ts';
import { json, scripted } from './pixop/scripted-server.ts';
import { collect } from './s3/collect.ts';
import { startRig } from './s3/s3-rig.ts';

/** How many keys go from the bucket to Pixop. */
const KEYS = 10_000;
/** Calls at once. */
const LANES = 16;
const never = new AbortController().signal;

it('brings 10,000 hostile keys byte for byte from the bucket to Pixop, and none of them as it is to the screen', async () => {
  const keys = [...new Set(fc.sample(hostileKey, { numRuns: KEYS * 2, seed: 11 }))].slice(0, KEYS);
  expect(keys).toHaveLength(KEYS);
  const content = bufferContent(Buffer.from('x'));
  const rig = await startRig([
    { name: 'bucket', objects: keys.map((key) => ({ key, content, modifiedMs: 1_000 })) },
  ]);
  try {
    const listed = (await collect(rig, 'bucket')).keys;
    expect(new Set(listed)).toEqual(new Set(keys));

    const sent = new Set<string>();
    const { client } = await scripted((response, { body }) => {
      sent.add(JSON.parse(body).objectKey);
      json(response, 202, { videoId: '3f2b0c1e-3333-4333-8333-222222222222' });
    });
    const left = listed.values();
    const lane = async (): Promise<void> => {
      for (const objectKey of left)
        await client.submitImport(
          { inputLocationId: 'l', teamId: 't', fullIngestion: false, body: { name: 'n', objectKey } },
          never,
        );
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(sent).toEqual(new Set(keys));
    expect(listed.map(displayKey).filter((shown) => HOSTILE.test(shown))).toEqual([]);
  } finally {
    await rig.close();
  }
}, 60_000);
