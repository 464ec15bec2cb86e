import { serve, type Handlers, type ServeOptions } from '../../../src/main/ipc/serve.ts';
import { maxPayloadSize } from '../../../src/main/ipc/payload-size.ts';
import { createTrustedSender, type SenderEvent } from '../../../src/main/ipc/trusted-sender.ts';
import { CHANNEL_PREFIX } from '../../../src/shared/bridge.ts';
import { requests, type RequestName } from '../../../src/shared/contract.ts';
import { forgedSenders, honestSender } from './forged-senders.ts';
import { anyValues, handMade, isRecord, MARK, spoiled } from './hostile-inputs.ts';
import { honestInputs } from './honest-inputs.ts';

/** The contract's keys are exactly its call names. */
const names = Object.keys(requests) as RequestName[];

type Listener = (event: SenderEvent, raw: unknown) => Promise<unknown>;
/** What a channel's listener is made from; a test weakens one to see that it is found. */
export type Weaken = (channel: string, listener: Listener) => Listener;

/** How one channel stood. */
export interface ChannelReport {
  readonly name: RequestName;
  readonly forged: number;
  readonly malformed: number;
  /** What went through, threw or repeated a value, in words; empty when all is well. */
  readonly violations: readonly string[];
}

/**
 * Sends every forged sender and at least `perChannel` malformed inputs to every channel of the contract, or to those
 * that are named.
 */
export async function fuzzIpc(
  perChannel: number,
  seed: number,
  weaken: Weaken = (_, listener) => listener,
  only: readonly RequestName[] = names,
): Promise<readonly ChannelReport[]> {
  const channels = new Map<string, Listener>();
  let ran = 0;
  const said: string[] = [];
  // Built from the contract's own names; what a handler answers does not matter here.
  const handlers = Object.fromEntries(
    names.map((name) => [name, async () => void (ran += 1)]),
  ) as unknown as Handlers;
  const sender = createTrustedSender(null);
  sender.add(1);
  const options: ServeOptions<SenderEvent> = {
    isTrusted: sender.isTrusted,
    onProblem: (_name, problem) => said.push(problem),
  };
  serve(
    { handle: (channel, listener) => channels.set(channel, weaken(channel, listener)) },
    handlers,
    options,
  );

  // A fiftieth more, because `null` is honest on some channels.
  const anything = [...handMade(), ...anyValues(Math.ceil(perChannel * 1.02), seed)];
  const reports: ChannelReport[] = [];
  for (const name of only) {
    const violations: string[] = [];
    const listener = channels.get(CHANNEL_PREFIX + name) ?? (async () => 'There is no such channel.');
    const honest = honestInputs[name];

    /** Calls once; answers with what is wrong about how it was refused, or null. */
    const offend = async (event: SenderEvent, raw: unknown): Promise<string | null> => {
      const before = ran;
      said.length = 0;
      let answer: unknown;
      try {
        answer = await listener(event, raw);
      } catch (thrown) {
        return `threw ${thrown instanceof Error ? thrown.message : String(thrown)}`;
      }
      if (ran !== before) return 'ran the handler';
      if (!isRefusal(answer)) return 'was not answered as a bad request';
      if (said.length !== 1) return 'was not reported once';
      return JSON.stringify([answer, said]).includes(MARK) ? 'had its value repeated' : null;
    };
    const expectRefused = async (event: SenderEvent, raw: unknown, what: () => string): Promise<void> => {
      const wrong = await offend(event, raw);
      if (wrong !== null) violations.push(`${what()} ${wrong}`);
    };

    const before = ran;
    await listener(honestSender, honest);
    if (ran !== before + 1) violations.push('the honest input did not reach its handler');

    for (const [what, event] of Object.entries(forgedSenders)) await expectRefused(event, honest, () => what);
    const malformed = [
      ...spoiled(honest).filter((raw) => !isLongManifest(name, raw)),
      ...(honest === null ? anything.filter((one) => one !== null) : anything),
    ];
    for (const raw of malformed) await expectRefused(honestSender, raw, () => describe(raw));
    // One character over the cap, wherever it stands.
    const over = 'x'.repeat(maxPayloadSize(name) + 1);
    for (const raw of [over, { [over]: 0 }, [over], { value: over }])
      await expectRefused(honestSender, raw, () => 'an input over its cap');
    reports.push({
      name,
      forged: Object.keys(forgedSenders).length,
      malformed: malformed.length + 4,
      violations,
    });
  }
  return reports;
}

/** A manifest may well be as long as a text that is too long for every other field. */
function isLongManifest(name: RequestName, raw: unknown): boolean {
  if (name !== 'manifests.read' || !isRecord(raw)) return false;
  const { fileName, text, ...rest } = raw;
  return fileName === honestInputs[name].fileName && typeof text === 'string' && isEmpty(rest);
}

const isEmpty = (record: object): boolean => Object.keys(record).length === 0;

function isRefusal(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== false) return false;
  const error: unknown = 'error' in answer ? answer.error : null;
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'bad-request';
}

function describe(raw: unknown): string {
  try {
    return `the input ${(JSON.stringify(raw) ?? String(raw)).slice(0, 120)}`;
  } catch {
    return `an input of type ${typeof raw}`;
  }
}
