import fc from 'fast-check';

/** Stands in text of hostile inputs, so that an answer which repeats one is found. */
export const MARK = 'm4rk3d-valu3';

/** Values of every kind that structured clone lets through, made once and sent on every channel. */
export function anyValues(count: number, seed: number): readonly unknown[] {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    maxDepth: 3,
    maxKeys: 4,
  });
  // An object with a field that no input has fits nowhere; text, numbers and lists fit nowhere as they are.
  return fc
    .sample(anything, { numRuns: count, seed })
    .map((value) => (isRecord(value) ? { ...value, [MARK]: 0 } : value));
}

/** Built by hand: shapes that cost much, lie about themselves or reach for prototypes. */
export function handMade(): readonly unknown[] {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let deep: unknown = 0;
  for (let level = 0; level < 20_000; level += 1) deep = { deep };
  let sparse: unknown = [];
  for (let level = 0; level < 2_000; level += 1) {
    const holes = Array.from<unknown>({ length: 1 });
    holes.length = 60_000;
    holes[59_999] = sparse;
    sparse = holes;
  }
  let doubling: unknown = 0;
  for (let level = 0; level < 64; level += 1) doubling = [doubling, doubling];
  return [
    cyclic,
    deep,
    sparse,
    doubling,
    // `JSON.parse` makes it an own field, as structured clone does.
    JSON.parse(`{"__proto__":{"isAdmin":true,"mark":"${MARK}"}}`),
    { constructor: { prototype: { polluted: true } }, [MARK]: MARK },
    MARK.repeat(10_000_000 / MARK.length),
    new Uint8Array(8_000_000),
    new ArrayBuffer(8_000_000),
    new Map([[MARK, MARK]]),
    new Set([MARK]),
    Object.assign([], { length: 4_294_967_295 }),
    Array.from({ length: 300_000 }, () => MARK),
    new Date(Number.NaN),
    new Error(MARK),
    /x/,
    Number.NaN,
    -0,
    Number.POSITIVE_INFINITY,
    1n,
    undefined,
    '',
    [],
    [null],
    Object.create({ inherited: MARK }),
    {
      get [MARK](): string {
        throw new Error(MARK);
      },
    },
    () => MARK,
    Symbol(MARK),
    `\u202e${MARK}\u0000\ud800`,
    `'; DROP TABLE ${MARK}; --<img src=x onerror=alert(1)>\r\n=cmd|' /C calc'!A0`,
    `../../../../etc/passwd%00${MARK}`,
    new Proxy(
      {},
      {
        get: () => MARK,
        ownKeys: () => {
          throw new Error(MARK);
        },
      },
    ),
  ];
}

/** An honest input with exactly one thing wrong in it: a field too many, too few, or of the wrong kind, at any depth. */
export function spoiled(honest: unknown): readonly unknown[] {
  if (!isRecord(honest)) return [{}, { [MARK]: MARK }, [honest]];
  const spoils: unknown[] = [
    { ...honest, [MARK]: MARK },
    [honest],
    JSON.stringify(honest),
    Object.assign(JSON.parse('{"__proto__":{"extra":1}}'), honest),
  ];
  for (const [field, value] of Object.entries(honest)) {
    for (const wrong of wrongFor(value)) spoils.push({ ...honest, [field]: wrong });
    if (isRecord(value)) for (const inner of spoiled(value)) spoils.push({ ...honest, [field]: inner });
  }
  return spoils;
}

function wrongFor(value: unknown): readonly unknown[] {
  const always = [[[MARK]], { [MARK]: MARK }, 1n, new Date(0)];
  if (typeof value === 'string') return [...always, 0, true, [value], MARK.repeat(2_000)];
  if (typeof value === 'number')
    return [...always, Number.NaN, Infinity, -Infinity, `${value}`, -1e300, [value]];
  if (typeof value === 'boolean') return [...always, 'true', 1, 0, 'yes'];
  if (Array.isArray(value))
    return [...always, MARK, { length: 1, 0: value[0] }, [{ [MARK]: 0 }], new Set(value)];
  return [...always, true];
}

/** Whether a value is a plain object, as inputs of the contract are. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
