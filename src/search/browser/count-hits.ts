import { findTerm } from '../../text/find-term.ts';
import type { Folded } from '../../text/fold.ts';
import { headTexts, type SearchDocument } from '../search-document.ts';

/** Counts a folded term's hits in a paper by reading it. */
export function countHits(
  document: SearchDocument,
  term: string,
  fold: (text: string) => Folded,
): { head: number; body: number } {
  const count = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + findTerm(fold(text), term).length, 0);
  return {
    head: count(headTexts(document)),
    body: count(document.passages.map(({ text }) => text)),
  };
}
