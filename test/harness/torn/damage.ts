/** A journal's bytes after something went wrong with them. */
export interface Damaged {
  readonly how: string;
  readonly bytes: Buffer;
}

/** What a disk loses or blanks at once, bytes. */
const SECTOR = 512;

/** The lines of a journal, each with its end. */
export function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf('\n', from);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, next));
    from = next;
  }
  return lines;
}

/** Everything that is done to one journal: cut and blanked at every byte, a bit flipped in every byte, its lines disordered. */
export function* damages(bytes: Buffer, chance: () => number): Generator<Damaged> {
  for (let at = 0; at <= bytes.length; at += 1) {
    yield { how: 'cut off', bytes: bytes.subarray(0, at) };
    yield {
      how: 'end of zeros',
      bytes: Buffer.concat([bytes.subarray(0, at), Buffer.alloc(bytes.length - at)]),
    };
  }
  for (let at = 0; at < bytes.length; at += 1) {
    yield { how: 'bit flipped', bytes: withBit(bytes, at * 8 + Math.floor(chance() * 8)) };
    yield {
      how: 'byte replaced',
      bytes: withByte(bytes, at, (bytes[at] ?? 0) ^ (1 + Math.floor(chance() * 255))),
    };
  }
  yield* blanked(bytes);
  yield* disordered(linesOf(bytes));
}

function* blanked(bytes: Buffer): Generator<Damaged> {
  for (let at = 0; at < bytes.length; at += SECTOR) {
    yield {
      how: 'sector of zeros',
      bytes: Buffer.from(bytes).fill(0, at, Math.min(at + SECTOR, bytes.length)),
    };
    const around = [bytes.subarray(0, at), bytes.subarray(at + SECTOR)];
    yield { how: 'sector missing', bytes: Buffer.concat(around) };
    yield {
      how: 'sector doubled',
      bytes: Buffer.concat([bytes.subarray(0, at + SECTOR), bytes.subarray(at)]),
    };
  }
}

function* disordered(lines: readonly Buffer[]): Generator<Damaged> {
  for (const [index, line] of lines.entries()) {
    yield { how: 'line removed', bytes: Buffer.concat(lines.toSpliced(index, 1)) };
    yield { how: 'line doubled', bytes: Buffer.concat(lines.toSpliced(index, 0, line)) };
    yield { how: 'line cut short', bytes: Buffer.concat(lines.with(index, line.subarray(line.length >> 1))) };
    for (let to = 0; to < lines.length; to += 1) {
      if (to !== index)
        yield { how: 'line moved', bytes: Buffer.concat(lines.toSpliced(index, 1).toSpliced(to, 0, line)) };
    }
    for (let until = index + 2; until <= lines.length; until += 1)
      yield { how: 'lines removed', bytes: Buffer.concat(lines.toSpliced(index, until - index)) };
  }
  yield {
    how: 'line ends of Windows',
    bytes: Buffer.from(Buffer.concat(lines).toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  };
}

function withBit(bytes: Buffer, bit: number): Buffer {
  return withByte(bytes, bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
}

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = value;
  return changed;
}
