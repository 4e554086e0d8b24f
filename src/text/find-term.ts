import type { Folded } from './fold.ts';

/**
 * Finds a term in a text, each occurrence, overlapping ones included: 哈哈 stands twice in 哈哈哈.
 *
 * @param term A folded term, not empty.
 * @returns Stretches of the original, from `start` to before `end`, in order.
 */
export function findTerm(folded: Folded, term: string): Stretch[] {
  const found: Stretch[] = [];
  for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + 1)) {
    // A term starts with a whole character; the second half of a surrogate pair is none.
    if (isInsidePair(folded.text, at)) continue;
    found.push({
      start: folded.starts[at] ?? 0,
      end: folded.ends[at + term.length - 1] ?? 0,
    });
  }
  return found;
}

/** A part of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
