/**
 * Finds the works a collection names in 《…》 (GB/T 15834 4.15): laws, rules, books. Inside one, further
 * titles stand in 〈…〉 and belong to it.
 *
 * @returns Each work once, with its marks, in the order of their first occurrence.
 */
export function findWorks(texts: readonly string[]): string[] {
  return listNamings(texts).map(({ text }) => text);
}

/** Lists the works that are named, as `findWorks` finds them, with how many times each is. */
export function listNamings(texts: readonly string[]): Naming[] {
  const namings = new Map<string, Naming>();
  for (const text of texts) {
    for (const [work] of text.matchAll(/《[^《》]+》/gu)) {
      const known = namings.get(work) ?? { text: work, count: 0 };
      known.count += 1;
      namings.set(work, known);
    }
  }
  return [...namings.values()];
}

/** A work that is named. */
export interface Naming {
  /** With its marks. */
  text: string;
  count: number;
}
