/** Asked of any object by the language, by promises or by loggers; their absence means nothing. */
const probes: ReadonlySet<string> = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'default',
  '__esModule',
]);

/** Makes a part of Electron's API that the app uses and the host lacks fail with its name, instead of as `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver): unknown {
      if (typeof key === 'string' && !(key in object) && !probes.has(key)) throw lacking(`${name}.${key}`);
      return Reflect.get(object, key, receiver);
    },
  });
}

/** Stands for a whole module of Electron that the host does not offer: touching it throws its name. */
export function absent(name: string): object {
  const refuse = (): never => {
    throw lacking(name);
  };
  // A function, so that `new` and calls are caught too.
  return new Proxy(refuse, {
    get(_, key): undefined {
      if (typeof key === 'string' && !probes.has(key)) throw lacking(`${name}.${key}`);
      return undefined;
    },
    apply: refuse,
    construct: refuse,
  });
}

function lacking(name: string): Error {
  return new Error(`The Chromium host does not stand in for electron.${name}.`);
}
