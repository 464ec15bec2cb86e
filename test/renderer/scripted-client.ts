import type { Client } from '../../src/renderer/client.ts';
import type { EventName, Input, Output, Payload, RequestName } from '../../src/shared/contract.ts';
import { toAppError } from '../../src/shared/errors.ts';
import { fail, ok } from '../../src/shared/result.ts';

/** Answers of a scripted main process, by request; one that is missing is a mistake of the test. */
export type Script = {
  readonly [N in RequestName]?: (input: Input<N>) => Output<N> | Promise<Output<N>>;
};

/** A client without a main process: it records what was asked and lets the test publish events. */
export interface ScriptedClient extends Client {
  readonly asked: readonly { readonly name: RequestName; readonly input: unknown }[];
  readonly publish: <N extends EventName>(name: N, payload: Payload<N>) => void;
  readonly listenerCount: () => number;
}

/** Makes a {@link ScriptedClient}; a handler that throws an `AppFailure` answers its error. */
export function scriptedClient(script: Script): ScriptedClient {
  const asked: { name: RequestName; input: unknown }[] = [];
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  return {
    asked,
    async request(name, input) {
      asked.push({ name, input });
      const handler = script[name];
      if (handler === undefined) throw new Error(`The script has no answer to ${name}`);
      try {
        return ok(await handler(input));
      } catch (error) {
        return fail(toAppError(error));
      }
    },
    subscribe(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    publish(name, payload) {
      // Listeners are kept under the name that types their payload.
      for (const listener of listeners.get(name) ?? [])
        (listener as (value: typeof payload) => void)(payload);
    },
    listenerCount: () => [...listeners.values()].reduce((sum, known) => sum + known.size, 0),
  };
}
