import type { References, Wire } from './wire.ts';

/** One world's end of the membrane between the preload's world and the page's. */
export interface Membrane {
  /** Puts a frozen copy of `api` on the other world's global object; its functions run in this world. */
  readonly expose: (name: string, api: unknown) => void;
}

/**
 * Does what Electron's context bridge does: values cross by copy, functions and promises as proxies, and nothing
 * else crosses. The two worlds share only the document, so calls are DOM events under a secret name, which are
 * dispatched synchronously. It runs in the page, as source text: it may use nothing from outside itself.
 */
export function openMembrane(secret: string, side: 'page' | 'preload', wire: Wire): Membrane {
  type Message =
    | { readonly kind: 'call'; readonly id: number; readonly args: readonly unknown[] }
    | { readonly kind: 'reply'; readonly id: number; readonly ok: boolean; readonly value: unknown }
    | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: unknown }
    | { readonly kind: 'expose'; readonly name: string; readonly api: unknown };
  // Taken before any script of the page runs, so that the page cannot put its own in their place.
  const dispatch = document.dispatchEvent.bind(document);
  const MessageEventType = CustomEvent;
  const other = side === 'page' ? 'preload' : 'page';

  const referred: unknown[] = [];
  const ids = new Map<object, number>();
  const waiting = new Map<number, (ok: boolean, value: unknown) => void>();
  let lastReply: { readonly ok: boolean; readonly value: unknown } | null = null;

  const settle = (id: number, promise: PromiseLike<unknown>): void => {
    promise.then(
      (value) => post({ kind: 'settle', id, ok: true, value }),
      (error: unknown) => post({ kind: 'settle', id, ok: false, value: error }),
    );
  };

  const references: References = {
    refer(value) {
      const known = ids.get(value);
      if (known !== undefined) return known;
      const id = referred.push(value) - 1;
      if (typeof value === 'function') ids.set(value, id);
      // The other side must have its proxy before the promise can settle.
      else queueMicrotask(() => settle(id, Promise.resolve(value)));
      return id;
    },
    resolve(kind, id) {
      if (kind === 'function') return (...args: readonly unknown[]): unknown => call(id, args);
      return new Promise((resolve, reject) => {
        waiting.set(id, (ok, value) => (ok ? resolve(value) : reject(value)));
      });
    },
  };

  function post(message: Message): void {
    dispatch(new MessageEventType(`${secret}:${other}`, { detail: wire.encode(message, references) }));
  }

  function call(id: number, args: readonly unknown[]): unknown {
    post({ kind: 'call', id, args });
    if (lastReply === null) throw new Error('The preload is gone.');
    if (!lastReply.ok) throw lastReply.value;
    return lastReply.value;
  }

  function run(id: number, args: readonly unknown[]): Message {
    try {
      const target = referred[id];
      if (typeof target !== 'function') throw new TypeError('Not a function of the bridge');
      return { kind: 'reply', id, ok: true, value: Reflect.apply(target, undefined, args) };
    } catch (error) {
      return { kind: 'reply', id, ok: false, value: error };
    }
  }

  function freeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  document.addEventListener(`${secret}:${side}`, (event) => {
    if (!(event instanceof MessageEventType)) return;
    // Only this function's other end knows the event's name.
    const message = wire.decode(String(event.detail), references) as Message;
    if (message.kind === 'call') post(run(message.id, message.args));
    else if (message.kind === 'reply') lastReply = message;
    else if (message.kind === 'settle') {
      waiting.get(message.id)?.(message.ok, message.value);
      waiting.delete(message.id);
    } else {
      Object.defineProperty(globalThis, message.name, { value: freeze(message.api), enumerable: true });
    }
  });

  return { expose: (name, api) => post({ kind: 'expose', name, api }) };
}
