import { afterEach, describe, expect, it } from 'vitest';
import { bucketClient, type BucketClient } from '../../../src/main/s3/bucket-client.ts';
import type { Connections } from '../../../src/main/s3/exchange.ts';
import { textObject } from '../../simulators/s3/sdk-client.ts';
import { startRig, type S3Rig } from './s3-rig.ts';

let rig: S3Rig | null = null;
afterEach(async () => {
  await rig?.close();
  rig = null;
});

const AT_ONCE = 6;

/** Lets nothing through before so many requests wait: all of them are signed before the first is answered. */
function together(connections: Connections, count: number): Connections {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let asked = 0;
  return {
    ...connections,
    async exchange(...given) {
      asked += 1;
      if (asked === count) open();
      await opened;
      return connections.exchange(...given);
    },
  };
}

const read = (client: BucketClient) =>
  client.send({ method: 'GET', key: 'a.mov', query: {}, headers: {} }, { action: 's3:GetObject' });

describe('a bucket whose region nobody has named', () => {
  it.each(['redirect', 'malformed'] as const)(
    'is found by all of the first requests at once (%s)',
    async (wrongRegion) => {
      rig = await startRig([
        { name: 'bucket', region: 'eu-west-1', wrongRegion, objects: [textObject('a.mov')] },
      ]);
      const client = bucketClient(rig.access('bucket'), {
        ...rig.deps,
        connections: together(rig.deps.connections, AT_ONCE),
      });
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => read(client)));
      expect(answers.map(({ status }) => status)).toEqual(Array<number>(AT_ONCE).fill(200));
      expect(client.region()).toBe('eu-west-1');
    },
  );

  it('is given up when each region that is asked names another one', async () => {
    rig = await startRig([{ name: 'bucket', objects: [] }]);
    let asked = 0;
    const client = bucketClient(rig.access('bucket'), {
      ...rig.deps,
      connections: {
        ...rig.deps.connections,
        exchange: async () => {
          asked += 1;
          const headers = { 'x-amz-bucket-region': asked % 2 === 0 ? 'eu-west-1' : 'eu-west-2' };
          return { status: 301, headers, body: Buffer.from('') };
        },
      },
    });
    await expect(read(client)).rejects.toMatchObject({ error: { detail: { httpStatus: 301 } } });
    expect(asked).toBe(4);
  });
});
