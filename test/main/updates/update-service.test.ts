import { describe, expect, it } from 'vitest';
import { createUpdateService } from '../../../src/main/updates/update-service.ts';
import type { UpdaterPort } from '../../../src/main/updates/updater-port.ts';
import type { UpdateState } from '../../../src/shared/updates.ts';
import { HOUR, SECOND } from '../../../src/shared/units.ts';

/** What is so while the service runs; tests change it. */
interface World {
  channel: 'off' | 'stable' | 'beta';
  isSafe: boolean;
  /** What the next looks find; an error is thrown. */
  found: string | null | Error;
}

function start(change: Partial<World> & { readonly hasUpdater?: boolean } = {}) {
  const { hasUpdater = true, ...rest } = change;
  const world: World = { channel: 'stable', isSafe: true, found: null, ...rest };
  const calls: string[] = [];
  const states: UpdateState['kind'][] = [];
  let timer: { readonly delayMs: number; readonly run: () => void } | null = null;
  const updater: UpdaterPort = {
    async check(channel) {
      calls.push(`check ${channel}`);
      if (world.found instanceof Error) throw world.found;
      return world.found;
    },
    async download(onPercent) {
      calls.push('download');
      onPercent(41.7);
    },
    installAndRestart: () => void calls.push('install'),
  };
  const service = createUpdateService({
    updater: hasUpdater ? updater : null,
    clock: {
      now: () => 7,
      monotonic: () => 7,
      after(delayMs, run) {
        const set = { delayMs, run };
        timer = set;
        return () => {
          if (timer === set) timer = null;
        };
      },
    },
    channel: () => world.channel,
    isSafeToQuit: () => world.isSafe,
    onChange: ({ kind }) => void states.push(kind),
  });
  /** Lets the timer that is set run; answers its delay. */
  async function nextTimer(): Promise<number> {
    const due = timer;
    if (due === null) throw new Error('No timer is set.');
    timer = null;
    due.run();
    await new Promise((resolve) => setImmediate(resolve));
    return due.delayMs;
  }
  return { world, calls, states, service, nextTimer };
}

describe('Updates', () => {
  it('are looked for after the first half minute, and every six hours from then on', async () => {
    const rig = start();
    expect(await rig.nextTimer()).toBe(30 * SECOND);
    expect(rig.service.state()).toEqual({ kind: 'idle', checkedAtMs: 7 });
    expect(await rig.nextTimer()).toBe(6 * HOUR);
    expect(rig.calls).toEqual(['check stable', 'check stable']);
  });

  it('are downloaded by themselves, and installed on the operator’s word only', async () => {
    const rig = start({ found: '0.2.0' });
    await rig.nextTimer();
    expect(rig.service.state()).toEqual({ kind: 'ready', version: '0.2.0' });
    expect(rig.states).toEqual(['checking', 'downloading', 'downloading', 'ready']);
    expect(rig.calls).toEqual(['check stable', 'download']);
    rig.service.install();
    expect(rig.calls).toEqual(['check stable', 'download', 'install']);
  });

  it('are not installed while an import is not sent', async () => {
    const rig = start({ found: '0.2.0', isSafe: false });
    await rig.service.check();
    expect(() => rig.service.install()).toThrow('Imports are not sent yet');
    expect(rig.calls).not.toContain('install');
  });

  it('are not installed before one is there', () => {
    expect(() => start().service.install()).toThrow('There is no update to install.');
  });

  it('are never looked for when they are off', async () => {
    const rig = start({ channel: 'off' });
    expect(await rig.service.check()).toEqual({ kind: 'off' });
    await expect(rig.nextTimer()).rejects.toThrow('No timer is set.');
    expect(rig.calls).toEqual([]);
  });

  it('follow the channel as soon as it is another', async () => {
    const rig = start({ channel: 'off' });
    rig.world.channel = 'beta';
    rig.service.channelChanged();
    expect(await rig.nextTimer()).toBe(0);
    expect(rig.calls).toEqual(['check beta']);
    rig.world.channel = 'off';
    rig.service.channelChanged();
    expect(rig.service.state()).toEqual({ kind: 'off' });
  });

  it('say why they failed, and are looked for again', async () => {
    const rig = start({ found: new Error('The signature is not ours.') });
    await rig.nextTimer();
    expect(rig.service.state()).toEqual({ kind: 'failed', message: 'The signature is not ours.' });
    rig.world.found = null;
    expect(await rig.nextTimer()).toBe(6 * HOUR);
    expect(rig.service.state().kind).toBe('idle');
  });

  it('that are ready are not replaced by a later look', async () => {
    const rig = start({ found: '0.2.0' });
    await rig.service.check();
    rig.world.found = '0.3.0';
    expect(await rig.service.check()).toEqual({ kind: 'ready', version: '0.2.0' });
  });

  it('are unsupported by a build without an address', async () => {
    const rig = start({ hasUpdater: false });
    expect(await rig.service.check()).toEqual({ kind: 'unsupported' });
  });
});
