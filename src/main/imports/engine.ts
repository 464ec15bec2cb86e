import { assertNever } from '../../shared/assert-never.ts';
import type { RateReading } from './ports.ts';
import { Auditor } from './auditor.ts';
import { Core, type Rules } from './core.ts';
import type { Command, Input, Now, Signal } from './engine-io.ts';
import { Errands } from './errands.ts';
import { Finder } from './finder.ts';
import { anchorAsker, canaryAsker, errandAsker } from './first-questions.ts';
import { fold, type Folded } from './fold.ts';
import type { OpenedJournal } from './journal-port.ts';
import { Looker } from './looker.ts';
import { Observer } from './observer.ts';
import { Operator } from './operator.ts';
import { Patrol } from './patrol.ts';
import { Polling } from './polling.ts';
import { Reader } from './reader.ts';
import { Sender } from './sender.ts';
import { Surveyor } from './surveyor.ts';

/**
 * The import engine: a deterministic step machine. Something happens (`Input`), it decides, and says what is to be
 * done (`Command`); it never waits, never reads a clock and never touches disk or network itself.
 */
export class Engine {
  readonly core: Core;
  readonly #sender: Sender;
  readonly #errands: Errands;
  readonly #finder: Finder;
  readonly #operator: Operator;
  readonly #reader: Reader;
  readonly #surveyor: Surveyor;
  /** What the journal left open, until the first step says what time it is. */
  #left: (() => void) | null;

  constructor(folded: Folded, readOnly: OpenedJournal['readOnly'], rules: Rules) {
    const core = new Core(folded.queue, rules);
    const polling = new Polling();
    this.core = core;
    const observer = new Observer(core, polling);
    this.#errands = new Errands(core);
    this.#finder = new Finder(core, observer);
    this.#operator = new Operator(core, this.#errands, this.#finder);
    const auditor = new Auditor(core, observer);
    this.#sender = new Sender(core, () => auditor.accepted());
    this.#surveyor = new Surveyor(core, observer, this.#sender);
    const isBusy = (jobId: string): boolean => this.#sender.isBusy(jobId);
    this.#reader = new Reader(core, [
      anchorAsker(core, this.#sender, observer),
      new Looker(core, observer, isBusy),
      canaryAsker(core, observer),
      errandAsker(this.#errands),
      this.#finder,
      new Patrol(core, observer, polling, this.#sender),
      auditor,
      this.#surveyor,
    ]);
    this.#left = () => this.#takeUp(folded, readOnly);
  }

  /** Requests that make videos and are on their way: the app should not end before they are answered. */
  get posting(): number {
    return this.#sender.posting;
  }

  step(input: Input, now: Now): readonly Command[] {
    const { core } = this;
    core.at(now);
    core.wakeAt = Infinity;
    this.#left?.();
    this.#left = null;
    this.#take(input);
    this.#decide();
    return core.takeCommands();
  }

  #take(input: Input): void {
    const { core } = this;
    switch (input.kind) {
      case 'tick':
        return;
      case 'written':
        return core.written(input.writeId);
      case 'write-failed':
        return core.storageFailed(input.error);
      case 'reopened':
        return this.#reopened(input.opened);
      case 'reopen-failed':
        return core.reopenFailed(input.error);
      case 'submitted':
        return this.#sender.submitted(input.jobId, input.fact);
      case 'read':
        return this.#reader.answered(input.answer);
      case 'acted':
        return this.#errands.acted(input.error);
      case 'rate':
        return core.budget.observe(input.reading satisfies RateReading, core.now);
      case 'ask':
        return this.#operator.ask(input.askId, input.ask);
      case 'signal':
        return this.#signal(input.signal);
      case 'reserve':
        core.budget.reservePercent = input.percent;
        return;
      case 'looks':
        return this.#surveyor.want(input.teamId);
      default:
        return assertNever(input);
    }
  }

  /** Sending first, then what the operator waits for, then questions. */
  #decide(): void {
    const { core } = this;
    if (core.storage === 'broken') {
      if (core.now < core.reopenAt) return core.wakeBy(core.reopenAt);
      core.reopenAt = Infinity;
      return core.emit({ kind: 'reopen', mode: 'after-failure' });
    }
    if (core.link.trouble !== null || core.isKeyTrouble) this.#finder.giveUp();
    this.#sender.start();
    this.#errands.start();
    this.#reader.start();
  }

  #signal(signal: Signal): void {
    const { core } = this;
    switch (signal) {
      case 'key-changed':
        if (core.isKeyTrouble || core.pause?.reason === 'account') core.unpause();
        core.link.close('offline', core.now);
        return core.link.checkNow(core.now);
      case 'network-changed':
        return core.link.checkNow(core.now);
      case 'suspend':
        return void core.link.close('asleep', core.now);
      case 'wake':
        // Nothing is believed of the time before: one question first.
        core.link.close('offline', core.now);
        return core.link.checkNow(core.now);
      default:
        return assertNever(signal);
    }
  }

  #reopened(opened: Pick<OpenedJournal, 'records' | 'salvaged' | 'readOnly'>): void {
    const folded = fold(opened);
    const unwritten = this.core.reopened(folded.queue);
    this.#takeUp(folded, opened.readOnly);
    if (this.core.storage === 'ok') this.#sender.reopened(unwritten);
  }

  /** Takes up what the journal left open. */
  #takeUp({ queue, anomalies }: Folded, readOnly: OpenedJournal['readOnly']): void {
    const { core } = this;
    if (readOnly !== null) core.readOnly(readOnlyMessages[readOnly]);
    else if (anomalies > 0) core.readOnly(readOnlyMessages.damaged);
    for (const job of queue.jobs.values()) {
      // Without a reference it cannot be looked for; that nothing was sent is on disk, or on none.
      if (job.state === 'planned' && job.refs.length > 0) core.suspects.add(job.jobId);
      else if (queue.unresolved.has(job.jobId)) core.looks.soon(job.jobId, core.now);
      else if ('videoId' in job) core.canaries.prove(queue.batchOf(job));
    }
    this.#errands.takeUp();
  }
}

const readOnlyMessages = {
  damaged:
    'A part of the queue’s journal is damaged. Going on keeps the damaged file aside and looks in Pixop for every import that may have been sent.',
  'newer-version': 'The queue’s journal was written by a newer version of this app.',
  'in-use': 'Another program on this computer uses the queue’s journal.',
} as const;
