import { CHANNEL_PREFIX } from '../../shared/bridge.ts';
import { requests, type Input, type Output, type RequestName } from '../../shared/contract.ts';
import { toAppError } from '../../shared/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { maxPayloadSize, payloadProblem } from './payload-size.ts';

/** One function for each call of the contract; a missing or extra one does not compile. */
export type Handlers = { readonly [N in RequestName]: (input: Input<N>) => Promise<Output<N>> };

/** The one method of Electron's `ipcMain` that is used, so that this file needs no Electron. */
export interface IpcReceiver<Event> {
  readonly handle: (channel: string, listener: (event: Event, raw: unknown) => Promise<unknown>) => void;
}

/** What {@link serve} needs besides the handlers. */
export interface ServeOptions<Event> {
  /** Whether the call comes from the app's own page; see `trusted-sender.ts`. */
  readonly isTrusted: (event: Event) => boolean;
  /** Told of calls that were refused or failed, with the names only; never with the payload. */
  readonly onProblem: (name: RequestName, problem: string) => void;
}

/**
 * Registers every call of the contract: sender checked, size capped, input parsed, handler run, output parsed.
 * Whatever happens, the caller gets a `Result`; an output field that the contract does not declare is stripped.
 */
export function serve<Event>(
  receiver: IpcReceiver<Event>,
  handlers: Handlers,
  options: ServeOptions<Event>,
): void {
  // The contract's keys are exactly its call names.
  for (const name of Object.keys(requests) as RequestName[]) {
    receiver.handle(CHANNEL_PREFIX + name, (event, raw) => answer(name, event, raw));
  }

  async function answer<N extends RequestName>(
    name: N,
    event: Event,
    raw: unknown,
  ): Promise<Result<Output<N>>> {
    if (!options.isTrusted(event)) return refuse(name, 'The sender is not the app’s own page.');
    const input = read(name, raw);
    if (!input.ok) return refuse(name, input.problem);
    try {
      const value = await handlers[name](input.value);
      return ok(requests[name].output.parse(value) as Output<N>);
    } catch (thrown) {
      const error = toAppError(thrown);
      options.onProblem(name, `${error.code}: ${error.message}`);
      return fail(error);
    }
  }

  function read<N extends RequestName>(
    name: N,
    raw: unknown,
  ): { readonly ok: true; readonly value: Input<N> } | { readonly ok: false; readonly problem: string } {
    try {
      const problem = payloadProblem(raw, maxPayloadSize(name));
      if (problem !== null) return { ok: false, problem: `The input is ${problem}.` };
      const parsed = requests[name].input.safeParse(raw);
      if (parsed.success) {
        // The schema was looked up by the same name that types the handler.
        return { ok: true, value: parsed.data as Input<N> };
      }
      const issues = issuesOf(parsed.error.issues);
      return { ok: false, problem: `The input does not fit the contract: ${issues}` };
    } catch {
      // What was thrown may quote the input.
      return { ok: false, problem: 'The input cannot be read.' };
    }
  }

  function refuse(name: RequestName, message: string): Result<never> {
    options.onProblem(name, message);
    return fail({ code: 'bad-request', message });
  }
}

/** Paths and codes of what did not fit, never the values: an input may be a secret. */
function issuesOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[],
): string {
  return issues
    .slice(0, 5)
    .map((issue) =>
      `${issue.path.map(String).join('.').slice(0, 100) || '(root)'} ${issue.code ?? ''}`.trim(),
    )
    .join('; ');
}
