import type { Rules } from '../../../src/main/imports/core.ts';
import type { Input } from '../../../src/main/imports/engine-io.ts';
import { SECOND, type Milliseconds } from '../../../src/shared/units.ts';
import { Chance } from './chance.ts';
import { arrive, arriveUnheard, type Tally } from './fates.ts';
import { Life, type Flight } from './life.ts';
import { ModelPixop } from './model-pixop.ts';
import { newAttempt } from './plan.ts';
import { SimDisk, type DiskFlaws } from './sim-disk.ts';

/** A part of the product or its world that is broken on purpose, to see whether a schedule shows it. */
export interface Flaws extends DiskFlaws {
  readonly rules?: Partial<Rules>;
}

/** The world of one schedule: disk, Pixop, time, and the app that lives through one start after the other. */
export class Schedule {
  readonly chance: Chance;
  readonly pixop: ModelPixop;
  readonly disk: SimDisk;
  readonly tally: Tally = { made: new Map(), replayed: new Map() };
  life: Life;
  nowMs: Milliseconds;
  crashes = 0;
  /** Something goes wrong once in so many times; Infinity while all is calm. */
  troubleEvery: number;
  readonly #rules: Rules;

  constructor(seed: number, rules: Omit<Rules, 'newAttempt' | 'newId'>, flaws: Flaws) {
    this.chance = new Chance(seed);
    this.nowMs = 1_000_000 + this.chance.below(1_000_000);
    this.pixop = new ModelPixop(this.chance);
    this.disk = new SimDisk(flaws);
    this.troubleEvery = this.chance.of([2, 4, 12]) ?? 4;
    this.#rules = {
      newAttempt: () => newAttempt(this.chance),
      newId: () => this.chance.uuid(),
      ...rules,
      ...flaws.rules,
    };
    for (let video = this.chance.below(5); video > 0; video -= 1) this.pixop.make(null, this.nowMs);
    this.life = this.#start();
  }

  /** The process ends with whatever it was doing, and the app is started again. */
  crash(): void {
    this.crashes += 1;
    this.disk.lose(this.chance);
    for (const { request, fact } of this.life.flights)
      if (fact === null) arriveUnheard({ ...this.#world, request });
    this.pass(this.chance.below(20 * SECOND));
    this.life = this.#start();
  }

  /** Time passes. */
  pass(ms: Milliseconds): void {
    this.nowMs += ms;
    this.pixop.at(this.nowMs);
  }

  /** Whether something goes wrong this time. */
  get isTrouble(): boolean {
    return this.troubleEvery !== Infinity && this.chance.oneIn(this.troubleEvery);
  }

  tell(input: Input): void {
    this.life.step(input);
  }

  /** Something of what is under way comes about; false when nothing is. */
  comeAbout(): boolean {
    const { life, disk, chance } = this;
    const ways: (() => void)[] = [];
    if (disk.hasUnsaid) ways.push(() => this.#say());
    if (disk.isSyncing) ways.push(() => disk.sync(1 + chance.below(disk.pending)));
    if (life.isReopening) ways.push(() => this.#reopen());
    if (life.read !== null) ways.push(() => this.#read());
    if (life.act !== null) ways.push(() => this.#act());
    for (const flight of life.flights) ways.push(() => this.#fly(flight));
    const way = chance.of(ways);
    if (way === undefined) return false;
    this.pass(chance.below(300));
    way();
    return true;
  }

  /** The disk refuses: what was under way may be there in part. */
  failDisk(): void {
    if (!this.disk.isSyncing || this.disk.hasUnsaid) return;
    this.disk.lose(this.chance);
    this.tell({ kind: 'write-failed', error: { code: 'storage', message: 'ENOSPC' } });
  }

  #start(): Life {
    return new Life(this.disk, this.#rules, () => this.nowMs);
  }

  get #world() {
    const { pixop, chance, nowMs, tally } = this;
    return { pixop, chance, nowMs, tally };
  }

  #say(): void {
    const writeId = this.disk.say();
    if (writeId !== null) this.tell({ kind: 'written', writeId });
  }

  #reopen(): void {
    if (!this.isTrouble) return this.life.reopen();
    this.life.isReopening = false;
    this.tell({ kind: 'reopen-failed', error: { code: 'storage', message: 'EROFS' } });
  }

  /** A call arrives, or its answer does. */
  #fly(flight: Flight): void {
    const { life } = this;
    if (flight.fact === null) {
      flight.fact = arrive({ ...this.#world, request: flight.request }, this.isTrouble);
      return;
    }
    life.flights = life.flights.filter((other) => other !== flight);
    life.step({ kind: 'submitted', jobId: flight.jobId, fact: flight.fact });
  }

  #read(): void {
    const { life, pixop, nowMs } = this;
    const asked = life.read;
    if (asked === null) return;
    if (asked.answer !== null) {
      life.read = null;
      return life.step({ kind: 'read', answer: asked.answer });
    }
    const { read } = asked;
    if (this.isTrouble) asked.answer = { ok: false, error: this.#troubleOfRead() };
    else if (read.kind === 'account') asked.answer = { ok: true, kind: 'account' };
    else if (read.kind === 'status') {
      const state = pixop.status(read.videoId, nowMs);
      asked.answer =
        state === null
          ? { ok: false, error: { code: 'not-found', message: 'No such video' } }
          : { ok: true, kind: 'status', state };
    } else asked.answer = { ok: true, kind: 'page', page: pixop.list(read.query, nowMs) };
  }

  #troubleOfRead() {
    const code = this.chance.of(['offline', 'timeout', 'upstream', 'rate-limited', 'unauthorised'] as const);
    return { code: code ?? 'offline', message: 'Trouble', detail: { source: 'pixop' as const } };
  }

  #act(): void {
    const { life, pixop, nowMs } = this;
    const asked = life.act;
    if (asked === null) return;
    if (asked.answer !== null) {
      life.act = null;
      return life.step({ kind: 'acted', error: asked.answer.error });
    }
    const { act, videoId } = asked.act;
    // An answer that is lost says nothing of what was done.
    const isLost = this.isTrouble;
    const error = isLost && this.chance.oneIn(2) ? null : pixop.act(act, videoId, nowMs);
    asked.answer = { error: isLost ? { code: 'offline', message: 'No answer' } : error };
  }
}
