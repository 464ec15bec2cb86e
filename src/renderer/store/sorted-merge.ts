/** A sorted list without `removed` and with `added`, in one pass: some changes among many cost no sorting of all. */
export function mergeSorted<T>(
  sorted: readonly T[],
  isRemoved: (item: T) => boolean,
  added: readonly T[],
  compare: (a: T, b: T) => number,
): T[] {
  const coming = added.toSorted(compare);
  const merged: T[] = [];
  let next = 0;
  for (const item of sorted) {
    if (isRemoved(item)) continue;
    for (let other = coming[next]; other !== undefined && compare(other, item) < 0; other = coming[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(item);
  }
  for (; next < coming.length; next += 1) {
    const other = coming[next];
    if (other !== undefined) merged.push(other);
  }
  return merged;
}
