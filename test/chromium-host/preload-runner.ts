import type { Membrane } from './membrane.ts';
import type { Wire } from './wire.ts';

/** A built preload as a function of what CommonJS gives it. */
export type PreloadModule = (
  require: (name: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  process: object,
) => void;

/** What the preload's world says to the main process. */
export type FromPreload =
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'accelerator'; readonly key: string };

/** What the main process says to the preload's world. */
export type ToPreload =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: boolean; readonly value: unknown }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'accelerators'; readonly keys: readonly string[] };

/**
 * Runs a preload with the part of Electron that a sandboxed preload gets: `contextBridge` and `ipcRenderer`. It runs
 * in the page's isolated world, as source text: it may use nothing from outside itself.
 */
export function runPreload(
  membrane: Membrane,
  wire: Wire,
  postText: (text: string) => void,
  receiverName: string,
  preload: PreloadModule,
): void {
  type Listener = (event: unknown, ...args: readonly unknown[]) => void;
  const post = (message: FromPreload): void => postText(wire.encode(message));
  const pending = new Map<number, (ok: boolean, value: unknown) => void>();
  const listeners = new Map<string, readonly Listener[]>();
  let nextId = 0;
  let accelerators: ReadonlySet<string> = new Set();

  const strict = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key): unknown {
        if (typeof key === 'string' && !(key in object) && key !== 'then') {
          throw new Error(`The Chromium host does not stand in for electron.${name}${key} in a preload.`);
        }
        return Reflect.get(object, key);
      },
    });

  const off = (channel: string, listener: Listener): void => {
    const rest = (listeners.get(channel) ?? []).filter((item) => item !== listener);
    listeners.set(channel, rest);
  };
  const ipcRenderer = strict('ipcRenderer.', {
    invoke: (channel: string, ...args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        pending.set(id, (ok, value) => (ok ? resolve(value) : reject(value)));
        post({ kind: 'invoke', id, channel, args: structuredClone(args) });
      }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off,
    removeListener: off,
  });
  const contextBridge = strict('contextBridge.', { exposeInMainWorld: membrane.expose });
  const electron = strict('', { contextBridge, ipcRenderer });

  Reflect.set(globalThis, receiverName, (text: string) => {
    // Only the host's own end writes here.
    const message = wire.decode(text) as ToPreload;
    if (message.kind === 'accelerators') accelerators = new Set(message.keys);
    else if (message.kind === 'answer') {
      pending.get(message.id)?.(message.ok, message.value);
      pending.delete(message.id);
    } else for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args);
  });

  const nameOf = (event: KeyboardEvent): string =>
    [
      event.ctrlKey ? 'ctrl' : '',
      event.metaKey ? 'meta' : '',
      event.altKey ? 'alt' : '',
      event.shiftKey ? 'shift' : '',
      event.key.toLowerCase(),
    ]
      .filter(Boolean)
      .join('+');
  // A menu's accelerator comes after the page's own handlers, and not at all when they prevented the default.
  const afterThePage = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !accelerators.has(nameOf(event))) return;
    event.preventDefault();
    post({ kind: 'accelerator', key: nameOf(event) });
  };
  addEventListener(
    'keydown',
    () => {
      removeEventListener('keydown', afterThePage);
      addEventListener('keydown', afterThePage);
    },
    { capture: true },
  );

  const module = { exports: {} };
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name} (a sandboxed preload can require only electron)`);
  };
  preload(
    require,
    module,
    module.exports,
    strict('process.', { sandboxed: true, contextIsolated: true, env: {} }),
  );
}
