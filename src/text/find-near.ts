import type { Stretch } from './find-term.ts';
import type { Folded } from './fold.ts';

/**
 * Finds the stretches of a text that hold several terms within so many characters, white space not
 * counted: each from its leftmost start, the shortest, none overlapping another. A stretch begins where a
 * term does and ends where one does.
 *
 * @param byTerm For each term, in the order as typed, where it stands; none inside another of the same term.
 * @param within Characters of a stretch at most.
 * @param isOrdered Whether each term must stand behind the one typed before it.
 * @param count Tells how many characters a stretch has.
 */
export function findNear(
  byTerm: readonly (readonly Stretch[])[],
  { within, isOrdered }: { within: number; isOrdered: boolean },
  count: (stretch: Stretch) => number,
): Stretch[] {
  const leads = isOrdered ? byTerm.slice(0, 1) : byTerm;
  const starts = [...new Set(leads.flat().map(({ start }) => start))].sort((a, b) => a - b);
  const found: Stretch[] = [];
  let from = 0;
  for (const start of starts) {
    if (start < from) continue;
    let end = start;
    for (const places of byTerm) {
      const next = firstFrom(places, isOrdered ? end : start);
      // What does not stand behind this start stands behind no later one.
      if (!next) return found;
      end = Math.max(end, next.end);
    }
    if (count({ start, end }) > within) continue;
    found.push({ start, end });
    from = end;
  }
  return found;
}

/** The first place that starts at an offset or behind it; as none holds another, it also ends first. */
function firstFrom(places: readonly Stretch[], at: number): Stretch | undefined {
  return places[findFirst(places.length, (index) => (places[index]?.start ?? 0) >= at)];
}

/** Counts the characters of stretches of the original, as its folded form has them. */
export function countFolded({ text, starts }: Folded): (stretch: Stretch) => number {
  const unitAt = (at: number) => findFirst(starts.length, (unit) => (starts[unit] ?? 0) >= at);
  return ({ start, end }) => [...text.slice(unitAt(start), unitAt(end))].length;
}

/** The first of so many for which something holds, as it does for all behind it. */
function findFirst(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
