import { CHANNEL_PREFIX } from '../../shared/bridge.ts';
import { events, type EventName, type Payload } from '../../shared/contract.ts';

/** Sends an event of the contract to every window that is open. */
export type Publish = <N extends EventName>(name: N, payload: Payload<N>) => void;

/** The parts of a window that events need. */
export interface EventTarget {
  readonly isDestroyed: () => boolean;
  readonly webContents: { readonly send: (channel: string, payload: unknown) => void };
}

/** Makes {@link Publish}: payloads are parsed on their way out, so that no undeclared field (a secret, say) leaves. */
export function createPublisher(targets: () => readonly EventTarget[]): Publish {
  return (name, payload) => {
    const open = targets().filter((target) => !target.isDestroyed());
    if (open.length === 0) return;
    const parsed: unknown = events[name].parse(payload);
    for (const target of open) target.webContents.send(CHANNEL_PREFIX + name, parsed);
  };
}
