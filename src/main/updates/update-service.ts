import { AppFailure } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import type { UpdateState } from '../../shared/updates.ts';
import { HOUR, SECOND, type Milliseconds } from '../../shared/units.ts';
import type { Clock } from '../platform/clock.ts';
import type { UpdaterPort } from './updater-port.ts';

/** After the start: the first minute belongs to the operator. */
const FIRST_CHECK_MS: Milliseconds = 30 * SECOND;
/** Between two looks. Default 6 hours. */
const CHECK_EVERY_MS: Milliseconds = 6 * HOUR;

/** What updates need of the rest of the app. */
export interface UpdatePorts {
  /** Null where this build has no place to look for updates. */
  readonly updater: UpdaterPort | null;
  readonly clock: Clock;
  readonly channel: () => Settings['updateChannel'];
  /** Whether every import is known to Pixop, so that a restart interrupts nothing. */
  readonly isSafeToQuit: () => boolean;
  readonly onChange: (state: UpdateState) => void;
}

/** Keeps the app new: looks and downloads by itself, and installs only on the operator's word. */
export interface UpdateService {
  readonly state: () => UpdateState;
  /** Looks now; answers when that is settled. */
  readonly check: () => Promise<UpdateState>;
  readonly install: () => void;
  /** The channel may be another now. */
  readonly channelChanged: () => void;
  readonly close: () => void;
}

/** See {@link UpdateService}. */
export function createUpdateService({
  updater,
  clock,
  channel,
  isSafeToQuit,
  onChange,
}: UpdatePorts): UpdateService {
  let state = resting(null);
  let lastChannel = channel();
  let cancel = (): void => undefined;
  let running: Promise<UpdateState> | null = null;

  function resting(checkedAtMs: number | null): UpdateState {
    if (updater === null) return { kind: 'unsupported' };
    return channel() === 'off' ? { kind: 'off' } : { kind: 'idle', checkedAtMs };
  }
  const become = (next: UpdateState): UpdateState => {
    state = next;
    onChange(state);
    return state;
  };
  const plan = (delayMs: Milliseconds): void => {
    cancel();
    cancel =
      updater === null || channel() === 'off' ? () => undefined : clock.after(delayMs, () => void check());
  };

  async function look(from: UpdaterPort, offered: 'stable' | 'beta'): Promise<UpdateState> {
    become({ kind: 'checking' });
    try {
      const version = await from.check(offered);
      if (version === null) return become(resting(clock.now()));
      become({ kind: 'downloading', version, percent: 0 });
      await from.download((percent) =>
        become({ kind: 'downloading', version, percent: Math.floor(percent) }),
      );
      return become({ kind: 'ready', version });
    } catch (error) {
      const message = error instanceof Error ? error.message.slice(0, 2_000) : 'unknown';
      return become({ kind: 'failed', message });
    } finally {
      plan(CHECK_EVERY_MS);
    }
  }

  async function check(): Promise<UpdateState> {
    const offered = channel();
    // What is ready stays ready: another download would take its place under the operator's hands.
    if (updater === null || offered === 'off' || state.kind === 'ready') return state;
    running ??= look(updater, offered).finally(() => (running = null));
    return running;
  }

  plan(FIRST_CHECK_MS);
  return {
    state: () => state,
    check,
    install() {
      const refused = refusal(state, isSafeToQuit());
      if (refused !== null) throw refused;
      updater?.installAndRestart();
    },
    channelChanged() {
      if (channel() === lastChannel) return;
      lastChannel = channel();
      if (state.kind !== 'ready' && running === null) become(resting(null));
      plan(0);
    },
    close: () => cancel(),
  };
}

function refusal(state: UpdateState, isSafeToQuit: boolean): AppFailure | null {
  if (state.kind !== 'ready')
    return new AppFailure({
      code: 'conflict',
      message: 'There is no update to install.',
      detail: { source: 'app' },
    });
  if (isSafeToQuit) return null;
  return new AppFailure({
    code: 'conflict',
    message: 'Imports are not sent yet; the update can be installed when they are.',
    detail: { source: 'app', serviceCode: 'UPDATE_WHILE_UNSENT' },
  });
}
