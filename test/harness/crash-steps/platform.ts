import type { PixopPort, RateReading } from '../../../src/main/imports/ports.ts';
import type { Clock } from '../../../src/main/platform/clock.ts';
import { defaultSettings } from '../../simulators/pixop/core/settings.ts';
import { createVirtualClock, type VirtualClock } from '../../simulators/pixop/core/virtual-clock.ts';
import { createWorldPort } from '../../simulators/pixop/core/world-port.ts';
import { PixopWorld } from '../../simulators/pixop/core/world.ts';
import { demoPerson, seedDemo } from '../../simulators/pixop/demo.ts';
import { timerClock } from '../virtual-run/timer-clock.ts';
import { createChance } from './chance.ts';
import type { Life } from './life.ts';

/** From call to answer, milliseconds: an import that is on its way when a process dies arrives after the next one's first look. */
const SUBMIT_MS = 6_000;
const READ_MS = 100;
/** Small enough to be copied within a second of virtual time. */
const OBJECT_BYTES = 50_000_000;

/** Pixop in virtual time, which outlives every process that talks to it. */
export class Platform {
  readonly clock: VirtualClock = createVirtualClock();
  readonly world: PixopWorld;

  constructor() {
    const settings = { ...defaultSettings(), isClipMade: false, ingestionMs: 500, fullIngestionMs: 500 };
    this.world = new PixopWorld({
      clock: this.clock,
      random: createChance(1),
      person: demoPerson,
      settings,
    });
    seedDemo(this.world);
  }

  /** Time as one process feels it: nothing wakes the dead. */
  clockFor(life: Life): Clock {
    return timerClock({
      ...this.clock,
      after: (delayMs, callback) =>
        this.clock.after(delayMs, () => {
          if (life.isAlive) callback();
        }),
    });
  }

  /** Pixop as one process reaches it: what a dead one has sent arrives, its answer does not. */
  portFor(life: Life, onRate: (reading: RateReading) => void): PixopPort {
    const portAt = (latencyMs: number): PixopPort =>
      createWorldPort(this.world, {
        apiKey: demoPerson.apiKey,
        latencyMs: () => latencyMs,
        look: () => ({ sizeBytes: OBJECT_BYTES, contentType: 'video/mp4', modifiedMs: 0 }),
        onRate: (reading) => {
          if (life.isAlive) onRate(reading);
        },
      });
    const [slow, quick] = [portAt(SUBMIT_MS), portAt(READ_MS)];
    return {
      submitImport: (...call) => life.hear(() => slow.submitImport(...call)),
      listVideos: (...call) => life.hear(() => quick.listVideos(...call)),
      videoInState: (...call) => life.hear(() => quick.videoInState(...call)),
      restart: (...call) => life.hear(() => quick.restart(...call)),
      abandon: (...call) => life.hear(() => quick.abandon(...call)),
      checkAccount: (...call) => life.hear(() => quick.checkAccount(...call)),
    };
  }

  /** The videos that were ever made of each object. */
  videos(): ReadonlyMap<string, readonly string[]> {
    return new Map(this.world.ledger.entries().map(({ objectKey, videoIds }) => [objectKey, videoIds]));
  }
}
