import type * as Electron from 'electron';
import { strict } from './strict.ts';

/** What a call's listener is told of the caller; the same identities as in Electron. */
export interface InvokeEvent {
  readonly sender: unknown;
  readonly senderFrame: unknown;
  readonly frameId: number;
  readonly processId: number;
}

type Listener = (event: never, ...args: never[]) => unknown;

/** `electron.ipcMain`, and the host's way to its handlers. */
export interface HostIpcMain {
  readonly electron: {
    readonly handle: (channel: string, listener: Listener) => void;
    readonly removeHandler: Electron.IpcMain['removeHandler'];
  };
  /** Runs the handler of a channel; arguments and result cross by structured clone, errors by their message only. */
  readonly invoke: (channel: string, event: InvokeEvent, args: readonly unknown[]) => Promise<unknown>;
}

/** Makes the registry of handlers. */
export function createIpcMain(): HostIpcMain {
  const handlers = new Map<string, (...args: readonly unknown[]) => unknown>();
  const electron: HostIpcMain['electron'] = {
    handle(channel, listener) {
      if (handlers.has(channel)) {
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      }
      handlers.set(channel, (...args) => Reflect.apply(listener, undefined, args));
    },
    removeHandler: (channel) => void handlers.delete(channel),
  };
  return {
    electron: strict('ipcMain', electron),
    async invoke(channel, event, args) {
      try {
        const handler = handlers.get(channel);
        if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
        return structuredClone(await handler(event, ...structuredClone([...args])));
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
      }
    },
  };
}
