import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { events, requests } from '../../../src/shared/contract.ts';
import { fuzzIpc } from '../fuzz-ipc/run-fuzz.ts';
import { tried, unless } from './check.ts';

let fuzzed: ReturnType<typeof fuzzIpc> | null = null;
const short = async (isForged: boolean): Promise<readonly string[]> =>
  (await (fuzzed ??= fuzzIpc(100, 11))).flatMap(({ name, forged, malformed, violations }) => [
    ...unless((isForged ? forged : malformed) > 0, `${name} was not tried`),
    ...violations.map((what) => `${name}: ${what}`),
  ]);

/** The registry itself, looped over with forged events. */
export const sendersChecked = tried('every call of the contract against 31 forged senders', () =>
  short(true),
);
/** As above, with inputs that do not fit. */
export const inputsChecked = tried(
  'every call against malformed and oversized inputs (more: npm run fuzz:ipc)',
  () => short(false),
);

/** What the built preload gives to the page. */
export const preloadSnapshot = tried(
  'the built preload gives request and subscribe, and no event object',
  ({ root }) => {
    const code = readFileSync(join(root, 'out/preload/index.cjs'), 'utf8');
    const exposed: Record<string, unknown> = {};
    const required: string[] = [];
    const heard = new Map<string, (event: unknown, payload: unknown) => void>();
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, api: unknown) => (exposed[name] = api) },
      ipcRenderer: {
        on: (channel: string, listener: (event: unknown, payload: unknown) => void) =>
          heard.set(channel, listener),
        invoke: (channel: string) => channel,
      },
    };
    runInNewContext(code, {
      exports: {},
      require: (name: string) => (required.push(name), electron),
    });
    const [name] = Object.keys(exposed);
    const api = exposed[name ?? ''] as {
      readonly request: (name: string) => unknown;
      readonly subscribe: (name: string, listener: (...given: unknown[]) => void) => unknown;
    };
    const got: unknown[][] = [];
    api.subscribe('session.changed', (...given) => void got.push(given));
    heard.get('pixop-ingest:session.changed')?.({ sender: 'electron' }, 'payload');
    return [
      ...unless(Object.keys(exposed).join() === 'pixopIngest', `exposes ${Object.keys(exposed).join()}`),
      ...unless(Object.keys(api).join() === 'request,subscribe', `gives ${Object.keys(api).join()}`),
      ...unless(required.join() === 'electron', `requires ${required.join()}`),
      ...unless(api.request('x') === 'pixop-ingest:x', 'calls any channel'),
      ...unless(JSON.stringify(got) === '[["payload"]]', 'hands on more than the payload'),
    ];
  },
);

/** Names under which a secret could leave. */
const secretName = /secret|password|token|api.?key|credential/i;
/** Fields of that kind that hold no secret. */
const harmless = new Set(['credentials', 'secretStore']);

/** Secrets cross to the main process only. */
export const writeOnlySecrets = tried('no answer or event declares a field for a secret', () => {
  const schemas = [
    ...Object.entries(requests).map(([name, { output }]) => [name, output] as const),
    ...Object.entries(events),
  ];
  return schemas.flatMap(([name, schema]) =>
    fieldsOf(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }))
      .filter((field) => secretName.test(field) && !harmless.has(field))
      .map((field) => `${name} declares ${field}`),
  );
});

function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([name, value]) => [
    ...(name === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...fieldsOf(value),
  ]);
}
