import type { Stretch } from './find-term.ts';
import type { Folded } from './fold.ts';

/**
 * Prepares to find many terms in one pass over each text, however many they are.
 *
 * @param terms Folded terms of two units at least.
 * @returns Finds every occurrence in a text, overlapping ones included, in order: which of the
 * terms, and where.
 */
export function prepareTerms(
  terms: readonly string[],
): (folded: Folded) => (Stretch & { term: number })[] {
  const byBeginning = new Map<string, number[]>();
  for (const [term, text] of terms.entries()) {
    const beginning = text.slice(0, 2);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), term]);
  }
  return ({ text, starts, ends }) => {
    const found: (Stretch & { term: number })[] = [];
    for (let at = 0; at + 1 < text.length; at++) {
      for (const term of byBeginning.get(text.slice(at, at + 2)) ?? []) {
        const wanted = terms[term] ?? '';
        if (!text.startsWith(wanted, at)) continue;
        const end = ends[at + wanted.length - 1] ?? 0;
        found.push({ term, start: starts[at] ?? 0, end });
      }
    }
    return found;
  };
}
