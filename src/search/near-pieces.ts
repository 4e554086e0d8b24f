import { findLast } from './places.ts';

/**
 * Finds the pieces of a text in which a place of one is followed by a place of another at a distance.
 * Of a hit of which its piece alone is known, which is told as the piece's start, any distance will do.
 *
 * @param one In rising order, as the other.
 * @param starts Where each piece begins.
 */
export function findNearPieces(
  one: Int32Array,
  other: Int32Array,
  starts: readonly number[],
  { least, most }: { least: number; most: number },
): Set<number> {
  const near = new Set<number>();
  const hasFrom = (from: number, to: number) => {
    const last = other[findLast(other, to)];
    return last !== undefined && last >= from;
  };
  for (const place of one) {
    const piece = findLast(starts, place);
    if (near.has(piece)) continue;
    const start = starts[piece] ?? 0;
    const end = starts[piece + 1] ?? Number.POSITIVE_INFINITY;
    const isInexact = place === start || hasFrom(start, start);
    const isNear = isInexact ? hasFrom(start, end - 1) : hasFrom(place + least, place + most);
    if (isNear) near.add(piece);
  }
  return near;
}
