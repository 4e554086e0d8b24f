import type { Postings } from './pagefind-format.ts';

/** The same places seen from `distance` positions before each. */
export function shiftPostings({ pages, positions }: Postings, distance: number): Postings {
  return {
    pages,
    positions: distance ? positions.map((list) => list.map((at) => at - distance)) : positions,
  };
}

/**
 * The places of one that have a place of the other `distance` positions behind them. Takes time
 * in proportion to both lists together.
 */
export function intersectPostings(one: Postings, other: Postings, distance: number): Postings {
  const pages: number[] = [];
  const positions: number[][] = [];
  let second = 0;
  for (const [first, page] of one.pages.entries()) {
    while ((other.pages[second] ?? Number.POSITIVE_INFINITY) < page) second++;
    if (other.pages[second] !== page) continue;
    const others = other.positions[second] ?? [];
    let next = 0;
    const kept = (one.positions[first] ?? []).filter((at) => {
      while ((others[next] ?? Number.POSITIVE_INFINITY) < at + distance) next++;
      return others[next] === at + distance;
    });
    if (kept.length > 0) {
      pages.push(page);
      positions.push(kept);
    }
  }
  return { pages, positions };
}
