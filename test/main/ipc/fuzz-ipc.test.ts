import { expect, it } from 'vitest';
import { CHANNEL_PREFIX } from '../../../src/shared/bridge.ts';
import type { RequestName } from '../../../src/shared/contract.ts';
import { honestSender } from '../../harness/fuzz-ipc/forged-senders.ts';
import { MARK } from '../../harness/fuzz-ipc/hostile-inputs.ts';
import { fuzzIpc } from '../../harness/fuzz-ipc/run-fuzz.ts';

/** Enough channels to see that only the weak one is found. */
const three: readonly RequestName[] = ['queue.abandon', 'sources.create', 'browse.rows'];

const violatedIn = async (weaken: Parameters<typeof fuzzIpc>[2]): Promise<readonly string[]> =>
  (await fuzzIpc(100, 1, weaken, three))
    .filter(({ violations }) => violations.length > 0)
    .map(({ name }) => name);

it('refuses every forged sender and every malformed input on every channel', async () => {
  const reports = await fuzzIpc(300, 42);
  expect(reports.flatMap(({ name, violations }) => violations.map((what) => `${name}: ${what}`))).toEqual([]);
});

it('finds the one channel that does not look at its sender', async () => {
  const weak = `${CHANNEL_PREFIX}queue.abandon`;
  expect(
    await violatedIn((channel, listener) =>
      channel === weak ? (_event, raw) => listener(honestSender, raw) : listener,
    ),
  ).toEqual(['queue.abandon']);
});

it('finds the one channel whose schema lets an extra field pass', async () => {
  const weak = `${CHANNEL_PREFIX}sources.create`;
  const loosen = (raw: unknown): unknown => {
    if (typeof raw !== 'object' || raw === null || !(MARK in raw)) return raw;
    const { [MARK]: _dropped, ...rest } = raw;
    return rest;
  };
  expect(
    await violatedIn((channel, listener) =>
      channel === weak ? (event, raw) => listener(event, loosen(raw)) : listener,
    ),
  ).toEqual(['sources.create']);
});

it('finds the one channel that throws instead of answering', async () => {
  const weak = `${CHANNEL_PREFIX}browse.rows`;
  expect(
    await violatedIn((channel, listener) =>
      channel === weak
        ? async (event, raw) => {
            if (Number.isNaN(raw)) throw new Error('not a number');
            return listener(event, raw);
          }
        : listener,
    ),
  ).toEqual(['browse.rows']);
});
