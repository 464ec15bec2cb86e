import type { Bits } from './bits.ts';
import type { NameOrder } from './name-order.ts';

/**
 * The selection as it is at one moment, in the order of the batch: what is shown as it is shown, then the others by
 * name. Rows keep their ids and what they are, so whoever has these can read the rows at leisure.
 */
export function selectedIds(selected: Bits, view: Uint32Array, names: NameOrder): Uint32Array<ArrayBuffer> {
  const shown = view.filter((id) => selected.has(id));
  const hidden = selected.copy();
  for (const id of shown) hidden.set(id, false);
  const others = names.pick(false, hidden);
  const ids = new Uint32Array(shown.length + others.length);
  ids.set(shown);
  ids.set(others, shown.length);
  return ids;
}
