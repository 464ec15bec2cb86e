/** What {@link createWire} does with values that stay where they are and are only referred to. */
export interface References {
  /** Answers an id under which the other side can reach the function or promise. */
  readonly refer: (value: object) => number;
  /** Makes this side's proxy of something that the other side referred to. */
  readonly resolve: (kind: 'function' | 'promise', id: number) => unknown;
}

/** Values as text and back. */
export interface Wire {
  readonly encode: (value: unknown, references?: References) => string;
  readonly decode: (text: string, references?: References) => unknown;
}

/**
 * Carries what a structured clone carries (acyclic) over channels that take only text. It also runs in the page, as
 * source text: it may use nothing from outside itself.
 */
export function createWire(): Wire {
  const TAG = '$wire';
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  const tagged = (kind: string, value: unknown): unknown => ({ [TAG]: kind, value });
  const isPromise = (value: object): boolean => 'then' in value && typeof value.then === 'function';
  const refuse = (value: unknown): never => {
    throw new DOMException(`${String(value)} could not be cloned.`, 'DataCloneError');
  };
  const toBase64 = (bytes: Uint8Array): string =>
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const fromBase64 = (text: string): Uint8Array =>
    Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);

  function packObject(value: object, references: References | undefined): unknown {
    const inner = (item: unknown): unknown => pack(item, references);
    if (Array.isArray(value)) return value.map(inner);
    if (value instanceof Date) return tagged('date', inner(value.getTime()));
    if (value instanceof Map) return tagged('map', [...value].map(inner));
    if (value instanceof Set) return tagged('set', [...value].map(inner));
    if (value instanceof Error) return tagged('error', [value.name, value.message, value.stack ?? '']);
    if (value instanceof ArrayBuffer) return tagged('buffer', toBase64(new Uint8Array(value)));
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return tagged('view', [
        value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name,
        toBase64(bytes),
      ]);
    }
    if (isPromise(value)) return references ? tagged('promise', references.refer(value)) : refuse(value);
    const entries = Object.entries(value).map(([key, item]) => [key, inner(item)]);
    return TAG in value ? tagged('object', entries) : Object.fromEntries(entries);
  }

  function pack(value: unknown, references: References | undefined): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return tagged('undefined', null);
    if (typeof value === 'bigint') return tagged('bigint', String(value));
    if (typeof value === 'number') {
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return tagged('number', Object.is(value, -0) ? '-0' : String(value));
    }
    if (typeof value === 'function' && references) return tagged('function', references.refer(value));
    return typeof value === 'object' ? packObject(value, references) : refuse(value);
  }

  function unpackTagged(kind: unknown, value: unknown, references: References | undefined): unknown {
    const list = Array.isArray(value) ? value.map((item) => unpack(item, references)) : [];
    if (kind === 'undefined') return undefined;
    if (kind === 'number') return Number(value);
    if (kind === 'bigint') return BigInt(String(value));
    if (kind === 'date') return new Date(Number(unpack(value, references)));
    if (kind === 'map')
      return new Map(
        list.map((pair): [unknown, unknown] =>
          Array.isArray(pair) ? [pair[0], pair[1]] : [pair, undefined],
        ),
      );
    if (kind === 'set') return new Set(list);
    if (kind === 'object') return Object.fromEntries(list.filter(Array.isArray));
    if (kind === 'error') {
      const error = Object.assign(new Error(String(list[1])), { name: String(list[0]) });
      Object.defineProperty(error, 'stack', { value: list[2], configurable: true, writable: true });
      return error;
    }
    if (kind === 'buffer') return fromBase64(String(value)).buffer;
    if (kind === 'view') {
      const type: unknown = Reflect.get(globalThis, String(list[0]));
      return typeof type === 'function'
        ? Reflect.construct(type, [fromBase64(String(list[1])).buffer])
        : refuse(list[0]);
    }
    if ((kind === 'function' || kind === 'promise') && references)
      return references.resolve(kind, Number(value));
    return refuse(kind);
  }

  function unpack(value: unknown, references: References | undefined): unknown {
    if (Array.isArray(value)) return value.map((item) => unpack(item, references));
    if (!isRecord(value)) return value;
    if (TAG in value) return unpackTagged(value[TAG], value['value'], references);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item, references)]));
  }

  return {
    encode: (value, references) => JSON.stringify(pack(value, references)),
    decode: (text, references) => unpack(JSON.parse(text), references),
  };
}
