/** The same places seen from `distance` positions before each. */
export function shiftPlaces(places: Int32Array, distance: number): Int32Array {
  return distance ? places.map((place) => place - distance) : places;
}

/**
 * The places of one that have a place of the other `distance` positions behind them. Takes time in
 * proportion to both lists together.
 */
export function intersectPlaces(
  one: Int32Array,
  other: Int32Array,
  distance: number,
): Int32Array<ArrayBuffer> {
  const kept = new Int32Array(Math.min(one.length, other.length));
  let length = 0;
  let next = 0;
  for (let at = 0; at < one.length; at++) {
    const wanted = (one[at] as number) + distance;
    while (next < other.length && (other[next] as number) < wanted) next++;
    if (next === other.length) break;
    if (other[next] === wanted) kept[length++] = wanted - distance;
  }
  return kept.slice(0, length);
}

/** Finds the last of some rising numbers that is not above a value; -1 when all are. */
export function findLast(numbers: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
