import type { Bridge } from '../shared/bridge.ts';
import {
  events,
  requests,
  type EventName,
  type Input,
  type Output,
  type Payload,
  type RequestName,
} from '../shared/contract.ts';
import { appErrorSchema } from '../shared/errors.ts';
import { fail, ok, type Result } from '../shared/result.ts';

/** The main process as the screens call it: typed by the contract, answers parsed, failures as data. */
export interface Client {
  readonly request: <N extends RequestName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>;
  readonly subscribe: <N extends EventName>(name: N, listener: (payload: Payload<N>) => void) => () => void;
}

/** Makes the {@link Client} over the preload's bridge; tests give it a bridge of their own. */
export function createClient(bridge: Bridge): Client {
  return {
    async request(name, input) {
      try {
        return parseAnswer(name, await bridge.request(name, input));
      } catch (error) {
        return fail({
          code: 'internal',
          message: error instanceof Error ? error.message : 'The call failed.',
        });
      }
    },
    subscribe: (name, listener) =>
      bridge.subscribe(name, (payload) => {
        // The schema is looked up by the same name that types the listener.
        listener(events[name].parse(payload) as Payload<typeof name>);
      }),
  };
}

function parseAnswer<N extends RequestName>(name: N, answer: unknown): Result<Output<N>> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    if (answer.ok === true && 'value' in answer) {
      // The schema is looked up by the same name that types the answer.
      return ok(requests[name].output.parse(answer.value) as Output<N>);
    }
    if ('error' in answer) return fail(appErrorSchema.parse(answer.error));
  }
  return fail({ code: 'internal', message: `The answer to ${name} has no known form.` });
}
