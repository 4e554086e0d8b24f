/**
 * Finds the works a collection names in 《…》 (GB/T 15834 4.15): laws, rules, books. Inside one, further
 * titles stand in 〈…〉 and belong to it.
 *
 * @returns Each work once, with its marks, in the order of their first occurrence.
 */
export function findWorks(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/《[^《》]+》/gu) ?? []))];
}
