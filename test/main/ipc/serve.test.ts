import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serve, type Handlers } from '../../../src/main/ipc/serve.ts';
import { createTrustedSender, type SenderEvent } from '../../../src/main/ipc/trusted-sender.ts';
import { CHANNEL_PREFIX } from '../../../src/shared/bridge.ts';
import { requests } from '../../../src/shared/contract.ts';
import { AppFailure } from '../../../src/shared/errors.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';

const names = Object.keys(requests);
const frame = { url: 'app://pixop-ingest/index.html', parent: null };
const honest: SenderEvent = { sender: { id: 1 }, senderFrame: frame };
const forged: Readonly<Record<string, SenderEvent>> = {
  'no frame': { ...honest, senderFrame: null },
  'a destroyed frame': { ...honest, senderFrame: { ...frame, isDestroyed: () => true } },
  'a detached frame': { ...honest, senderFrame: { ...frame, detached: true } },
  'a subframe': { ...honest, senderFrame: { ...frame, parent: {} } },
  'another window': { ...honest, sender: { id: 2 } },
  ...Object.fromEntries(
    [
      'about:blank',
      'data:text/html,x',
      'file:///index.html',
      'https://pixop-ingest/',
      'app://app.evil/',
      'null',
      'app://pixop-ingest.evil/',
      'devtools://devtools/',
      'app://user@pixop-ingest/',
      'app://pixop-ingest:1/',
    ].map((url) => [url, { ...honest, senderFrame: { ...frame, url } }]),
  ),
};

function start(overrides: Partial<Handlers>) {
  const channels = new Map<string, (event: SenderEvent, raw: unknown) => Promise<unknown>>();
  const called: string[] = [];
  const problems: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async () => {
        called.push(name);
        throw new AppFailure({ code: 'not-found', message: 'nothing here' });
      },
    ]),
    // Built from the contract's own names.
  ) as unknown as Handlers;
  const sender = createTrustedSender(null);
  sender.add(1);
  serve<SenderEvent>(
    { handle: (channel, listener) => channels.set(channel, listener) },
    { ...handlers, ...overrides },
    { isTrusted: sender.isTrusted, onProblem: (name, problem) => problems.push(`${name} ${problem}`) },
  );
  const call = async (name: string, raw: unknown, event = honest): Promise<unknown> =>
    channels.get(CHANNEL_PREFIX + name)?.(event, raw);
  return { call, called, problems, channels };
}

describe('the served contract', () => {
  it('has a channel for each call and no other', () => {
    expect([...start({}).channels.keys()]).toEqual(names.map((name) => CHANNEL_PREFIX + name));
  });

  it.each(Object.entries(forged))('refuses every call from %s', async (_what, event) => {
    const { call, called } = start({});
    for (const name of names) {
      expect(await call(name, null, event)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
    expect(called).toEqual([]);
  });

  it('answers data for malformed input and never runs the handler with what does not fit', async () => {
    const { call } = start({
      'browse.close': async (input) => {
        expect(input.listingId).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
        return null;
      },
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.anything({ withMap: true, withSet: true, withTypedArray: true }),
        async (name, raw) => {
          const answer = await call(name, raw);
          expect(answer).toHaveProperty('ok');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('refuses a payload over its cap before parsing it', async () => {
    const { call } = start({});
    const answer = await call('session.saveKey', { apiKey: 'x'.repeat(100_000) });
    expect(answer).toMatchObject({ ok: false, error: { message: 'The input is too large.' } });
  });

  it('strips what the contract does not declare from an answer', async () => {
    const leaky = { ...defaultSettings, apiKey: 'secret' };
    const { call } = start({ 'settings.get': async () => leaky });
    expect(await call('settings.get', null)).toEqual({ ok: true, value: defaultSettings });
  });

  it('never repeats a refused value, which may be a secret', async () => {
    const { call, problems } = start({});
    const answer = await call('session.saveKey', { apiKey: 'top-secret', extra: 'top-secret' });
    expect(JSON.stringify([answer, problems])).not.toContain('top-secret');
  });
});
