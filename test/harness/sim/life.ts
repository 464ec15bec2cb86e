import { Engine } from '../../../src/main/imports/engine.ts';
import type {
  Ask,
  AskAnswer,
  Command,
  Input,
  Read,
  ReadAnswer,
} from '../../../src/main/imports/engine-io.ts';
import { fold, type Folded } from '../../../src/main/imports/fold.ts';
import type { SubmitFact, SubmitRequest } from '../../../src/main/imports/ports.ts';
import type { Rules } from '../../../src/main/imports/core.ts';
import type { SimDisk } from './sim-disk.ts';

/** An import call: on its way there, and after it arrived, its answer on the way back. */
export interface Flight {
  readonly jobId: string;
  readonly request: SubmitRequest;
  fact: SubmitFact | null;
}

type Act = Extract<Command, { readonly kind: 'act' }>;

/** The app from one start to its end: the product's engine, and whatever it has asked for and not yet heard of. */
export class Life {
  readonly engine: Engine;
  flights: Flight[] = [];
  read: { readonly read: Read; answer: ReadAnswer | null } | null = null;
  act: { readonly act: Act; answer: { readonly error: AskError } | null } | null = null;
  isReopening = false;
  readonly answers = new Map<number, AskAnswer>();
  readonly #disk: SimDisk;
  readonly #nowMs: () => number;
  #nextAskId = 1;

  constructor(disk: SimDisk, rules: Rules, nowMs: () => number) {
    this.#disk = disk;
    this.#nowMs = nowMs;
    this.engine = new Engine(foldedOf(disk), null, rules);
    this.step({ kind: 'tick' });
  }

  step(input: Input): void {
    const nowMs = this.#nowMs();
    for (const command of this.engine.step(input, { monotonicMs: nowMs, wallMs: nowMs })) this.#do(command);
  }

  /** Asks, and tells under which number the answer will be found. */
  ask(ask: Ask): number {
    const askId = this.#nextAskId;
    this.#nextAskId += 1;
    this.step({ kind: 'ask', askId, ask });
    return askId;
  }

  /** The disk fails: what was written is read back before anything else is sent. */
  reopen(): void {
    this.isReopening = false;
    this.step({ kind: 'reopened', opened: { records: this.#disk.safe, salvaged: [], readOnly: null } });
  }

  get isIdle(): boolean {
    const isAsking = this.flights.length > 0 || this.read !== null || this.act !== null;
    return !isAsking && !this.isReopening && !this.#disk.isSyncing && !this.#disk.hasUnsaid;
  }

  #do(command: Command): void {
    switch (command.kind) {
      case 'append':
        return this.#disk.append(command);
      case 'reopen':
        this.isReopening = true;
        return;
      case 'submit':
        this.flights.push({ jobId: command.jobId, request: command.request, fact: null });
        return;
      case 'read':
        this.read = { read: command.read, answer: null };
        return;
      case 'act':
        this.act = { act: command, answer: null };
        return;
      case 'answer':
        this.answers.set(command.askId, command.answer);
    }
  }
}

type AskError = Extract<Input, { readonly kind: 'acted' }>['error'];

const foldedOf = (disk: SimDisk): Folded => fold({ records: disk.safe, salvaged: [], readOnly: null });
