import { AppFailure, toAppError, type AppError } from '../../shared/errors.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { Ask, AskAnswer, Command, Input, Read, ReadAnswer } from './engine-io.ts';
import type { Engine } from './engine.ts';
import { fold, unfold } from './fold.ts';
import type { JournalPort, OpenedJournal, OpenJournal, OpenMode } from './journal-port.ts';
import type { LookAgain, PixopPort, SubmitFact } from './ports.ts';

/** The world around the engine. */
export interface LoopPorts {
  readonly clock: Clock;
  readonly pixop: PixopPort;
  readonly openJournal: OpenJournal;
  readonly lookAgain: LookAgain;
  /** Told after every step: something may have changed. */
  readonly onStep: () => void;
}

/** How long imports on their way are waited for when the app ends; what is not answered by then is looked for at the next start. */
const LAST_ANSWERS_MS: Milliseconds = 20 * SECOND;

type Granted = Extract<AskAnswer, { readonly ok: true }>;

/** Carries out what the engine decides, and tells it what came of it. The only place where it meets time, disk and network. */
export class EngineLoop {
  readonly #engine: Engine;
  readonly #ports: LoopPorts;
  readonly #asks = new Map<
    number,
    { resolve: (answer: Granted) => void; reject: (error: AppFailure) => void }
  >();
  readonly #ending = new AbortController();
  /** Work that must end before the journal may be closed. */
  readonly #busy = new Set<Promise<void>>();
  #journal: JournalPort;
  #nextAskId = 1;
  #cancelWake: () => void = () => undefined;
  #isClosed = false;

  constructor(engine: Engine, journal: JournalPort, ports: LoopPorts) {
    this.#engine = engine;
    this.#journal = journal;
    this.#ports = ports;
  }

  /** Something happened. */
  step(input: Input): void {
    if (this.#isClosed) return;
    const { clock, onStep } = this.#ports;
    const now = { monotonicMs: clock.monotonic(), wallMs: clock.now() };
    for (const command of this.#engine.step(input, now)) this.#do(command);
    this.#cancelWake();
    const { wakeAt } = this.#engine.core;
    if (wakeAt < Infinity) {
      const delayMs = Math.max(0, wakeAt - clock.monotonic());
      this.#cancelWake = clock.after(delayMs, () => this.step({ kind: 'tick' }));
    }
    onStep();
  }

  /** Answers when what was asked is on disk; rejects with why it could not be done. */
  ask(ask: Ask): Promise<Granted> {
    if (this.#isClosed)
      return Promise.reject(new AppFailure({ code: 'cancelled', message: 'The app is closing.' }));
    const askId = this.#nextAskId;
    this.#nextAskId += 1;
    return new Promise((resolve, reject) => {
      this.#asks.set(askId, { resolve, reject });
      this.step({ kind: 'ask', askId, ask });
    });
  }

  /** Sends nothing more, waits a while for what is on its way, and closes the journal with everything written. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.step({ kind: 'signal', signal: 'suspend' });
    const cancel = this.#ports.clock.after(LAST_ANSWERS_MS, () => this.#ending.abort());
    // Only imports are worth waiting for; whatever was read is read again.
    if (this.#engine.posting === 0) this.#ending.abort();
    while (this.#busy.size > 0) {
      await Promise.race(this.#busy);
      if (this.#engine.posting === 0) this.#ending.abort();
    }
    cancel();
    this.#isClosed = true;
    this.#cancelWake();
    await this.#journal.close();
  }

  #do(command: Command): void {
    const { pixop } = this.#ports;
    const { signal } = this.#ending;
    switch (command.kind) {
      case 'append':
        return this.#track(
          this.#journal.append(command.records).then(
            (): Input => ({ kind: 'written', writeId: command.writeId }),
            (thrown: unknown): Input => ({ kind: 'write-failed', error: toAppError(thrown) }),
          ),
        );
      case 'reopen':
        return this.#track(
          this.#reopen(command.mode).then(
            (opened): Input => ({ kind: 'reopened', opened }),
            (thrown: unknown): Input => ({ kind: 'reopen-failed', error: toAppError(thrown) }),
          ),
        );
      case 'submit':
        return this.#track(
          this.#submit(command, signal).then((fact): Input => ({
            kind: 'submitted',
            jobId: command.jobId,
            fact,
          })),
        );
      case 'read':
        return this.#track(
          this.#read(command.read).then(
            (answer): Input => ({ kind: 'read', answer }),
            (thrown: unknown): Input => ({ kind: 'read', answer: { ok: false, error: toAppError(thrown) } }),
          ),
        );
      case 'act': {
        const { act, videoId, skipChecksumValidation } = command;
        const done =
          act === 'restart'
            ? pixop.restart(videoId, skipChecksumValidation, signal)
            : pixop.abandon(videoId, signal);
        return this.#track(
          done.then(
            (): Input => ({ kind: 'acted', error: null }),
            (thrown: unknown): Input => ({ kind: 'acted', error: toAppError(thrown) }),
          ),
        );
      }
      case 'answer':
        return this.#answer(command.askId, command.answer);
      default:
        return assertNever(command);
    }
  }

  /** An object that cannot be looked at is sent: whether it can be read is Pixop's to say. */
  async #submit(
    { request, lookAgainAt }: Extract<Command, { readonly kind: 'submit' }>,
    signal: AbortSignal,
  ): Promise<SubmitFact> {
    const { pixop, lookAgain } = this.#ports;
    const seen = lookAgainAt === null ? 'same' : await lookAgain(lookAgainAt, signal);
    if (seen === 'changed' || seen === 'gone') return { kind: 'withheld', because: seen };
    return pixop.submitImport(request, signal);
  }

  #track(work: Promise<Input>): void {
    const done = work.then((input) => this.step(input));
    this.#busy.add(done);
    void done.finally(() => this.#busy.delete(done));
  }

  async #read(read: Read): Promise<ReadAnswer> {
    const { pixop } = this.#ports;
    const { signal } = this.#ending;
    switch (read.kind) {
      case 'account':
        await pixop.checkAccount(signal);
        return { ok: true, kind: 'account' };
      case 'page':
        return { ok: true, kind: 'page', page: await pixop.listVideos(read.query, signal) };
      case 'status':
        return { ok: true, kind: 'status', state: await pixop.videoInState(read.videoId, signal) };
      default:
        return assertNever(read);
    }
  }

  /** Opens the journal anew. A repair writes what could be read of a damaged one into a whole one; the damaged is kept. */
  async #reopen(mode: OpenMode): Promise<OpenedJournal> {
    await this.#journal.close().catch(() => undefined);
    const { openJournal } = this.#ports;
    const opened = await openJournal(mode);
    this.#journal = opened.journal;
    if (mode !== 'repair' || opened.readOnly === 'newer-version' || opened.readOnly === 'in-use')
      return opened;
    await opened.journal.compact(unfold(fold(opened).queue));
    await opened.journal.close();
    const repaired = await openJournal('start');
    this.#journal = repaired.journal;
    return repaired;
  }

  #answer(askId: number, answer: AskAnswer): void {
    const asked = this.#asks.get(askId);
    this.#asks.delete(askId);
    if (answer.ok) asked?.resolve(answer);
    else asked?.reject(failureOf(answer.error));
  }
}

const failureOf = (error: AppError): AppFailure => new AppFailure(error);
