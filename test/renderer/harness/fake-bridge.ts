import type { Bridge } from '../../../src/shared/bridge.ts';
import {
  events,
  requests,
  type EventName,
  type Input,
  type Output,
  type Payload,
  type RequestName,
} from '../../../src/shared/contract.ts';
import { AppFailure, toAppError } from '../../../src/shared/errors.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { createFakeBrowse } from './fake-browse.ts';
import { createFakeDrafts } from './fake-drafts.ts';
import { createFakeHistory } from './fake-history.ts';
import { createFakeManifests } from './fake-manifests.ts';
import { createFakePeek } from './fake-peek.ts';
import { createFakeQueue } from './fake-queue.ts';
import { createFakeSaved } from './fake-saved.ts';
import { createFakeSession } from './fake-session.ts';
import { createFakeSettings } from './fake-settings.ts';
import { createFakeSources } from './fake-sources.ts';
import { createFakeUpdates } from './fake-updates.ts';
import type { Scenario } from './scenarios.ts';

/** How a fake area answers: by contract; it throws an `AppFailure` for an expected failure. */
export type FakeHandlers<Area extends string> = {
  readonly [N in Extract<RequestName, `${Area}.${string}`>]: (
    input: Input<N>,
  ) => Output<N> | Promise<Output<N>>;
};

/** Publishes an event as main would. */
export type Emit = <N extends EventName>(name: N, payload: Payload<N>) => void;

/** What every area is made with. */
export interface FakeContext {
  readonly scenario: Scenario;
  readonly emit: Emit;
}

/** A scripted main process behind the bridge: both directions are parsed by the contract, so that it cannot drift from it. */
export function createFakeBridge(scenario: Scenario): { readonly bridge: Bridge; readonly emit: Emit } {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const emit: Emit = (name, payload) => {
    const parsed = events[name].parse(payload);
    for (const listener of listeners.get(name) ?? []) listener(parsed);
  };
  const context: FakeContext = { scenario, emit };
  const handlers: FakeHandlers<string> = {
    ...createFakeSettings(context),
    ...createFakeSaved(context),
    ...createFakeSession(context),
    ...createFakeSources(context),
    ...createFakeBrowse(context),
    ...createFakeDrafts(context),
    ...createFakeManifests(context),
    ...createFakePeek(context),
    ...createFakeQueue(context),
    ...createFakeHistory(context),
    ...createFakeUpdates(context),
  };

  const answer = async <N extends RequestName>(name: N, raw: unknown): Promise<unknown> => {
    const input = requests[name].input.safeParse(raw);
    if (!input.success) return fail({ code: 'bad-request', message: input.error.message });
    try {
      // The schema that parsed the input is looked up by the same name as the handler.
      const value = await handlers[name](input.data as Input<N>);
      return ok(structuredClone(requests[name].output.parse(value)));
    } catch (error) {
      return fail(toAppError(error));
    }
  };

  const isRequest = (name: string): name is RequestName => Object.hasOwn(requests, name);
  const bridge: Bridge = {
    request: async (name, input) => {
      if (!isRequest(name)) throw new AppFailure({ code: 'bad-request', message: `No request ${name}` });
      await new Promise((resolve) => setTimeout(resolve, scenario.latencyMs));
      return answer(name, structuredClone(input));
    },
    subscribe(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
  };
  return { bridge, emit };
}
