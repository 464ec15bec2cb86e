/** Most colours that one byte can tell apart. */
const MOST = 256;
/** Colours that are kept as they are, the most frequent first: surfaces, borders, text. */
const EXACT = 128;

type Weighted = readonly [colour: number, count: number];

const channel = (colour: number, shift: number): number => (colour >> shift) & 0xff;
const shifts = [16, 8, 0] as const;

/** At most 256 colours for a picture: the frequent ones, and the others by halving what lies furthest apart. */
export function paletteOf(rgb: Uint8Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = ((rgb[i] ?? 0) << 16) | ((rgb[i + 1] ?? 0) << 8) | (rgb[i + 2] ?? 0);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].toSorted(([, a], [, b]) => b - a);
  if (byCount.length <= MOST) return byCount.map(([colour]) => colour);
  const exact = byCount.slice(0, EXACT).map(([colour]) => colour);
  return [...exact, ...boxesOf(byCount.slice(EXACT), MOST - EXACT).map(mean)];
}

function boxesOf(colours: readonly Weighted[], wanted: number): readonly (readonly Weighted[])[] {
  const boxes = [{ colours, ...spread(colours) }];
  while (boxes.length < wanted) {
    const index = boxes.reduce((best, box, i) => (box.error > (boxes[best]?.error ?? 0) ? i : best), 0);
    const box = boxes[index];
    if (box === undefined || box.colours.length < 2) break;
    const sorted = box.colours.toSorted(([a], [b]) => channel(a, box.shift) - channel(b, box.shift));
    const middle = Math.max(1, halfway(sorted));
    const halves = [sorted.slice(0, middle), sorted.slice(middle)];
    boxes.splice(index, 1, ...halves.map((half) => ({ colours: half, ...spread(half) })));
  }
  return boxes.map((box) => box.colours);
}

/** Where half of the pixels lie before. */
function halfway(colours: readonly Weighted[]): number {
  const half = colours.reduce((sum, [, count]) => sum + count, 0) / 2;
  let sum = 0;
  const index = colours.findIndex(([, count]) => (sum += count) >= half);
  return Math.min(index, colours.length - 1);
}

/** The channel in which colours differ most, and by how much, all pixels together. */
function spread(colours: readonly Weighted[]): { readonly shift: number; readonly error: number } {
  const total = colours.reduce((sum, [, count]) => sum + count, 0);
  const errors = shifts.map((shift) => {
    const middle = colours.reduce((sum, [colour, count]) => sum + channel(colour, shift) * count, 0) / total;
    return colours.reduce((sum, [colour, count]) => sum + (channel(colour, shift) - middle) ** 2 * count, 0);
  });
  const error = Math.max(...errors);
  return { shift: shifts[errors.indexOf(error)] ?? 0, error };
}

function mean(colours: readonly Weighted[]): number {
  const total = colours.reduce((sum, [, count]) => sum + count, 0);
  return shifts.reduce<number>((mixed, shift) => {
    const sum = colours.reduce((all, [colour, count]) => all + channel(colour, shift) * count, 0);
    return mixed | (Math.round(sum / total) << shift);
  }, 0);
}

/** Answers which colour of a palette is nearest to another. */
export function nearestIn(palette: readonly number[]): (colour: number) => number {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    let best = 0;
    let least = Infinity;
    for (const [index, candidate] of palette.entries()) {
      let distance = 0;
      for (const shift of shifts) distance += (channel(candidate, shift) - channel(colour, shift)) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    known.set(colour, best);
    return best;
  };
}
