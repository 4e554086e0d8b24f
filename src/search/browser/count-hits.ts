import { findTerm } from '../../text/find-term.ts';
import type { Folded } from '../../text/fold.ts';
import { headTexts, type SearchBody, type SearchPaper } from '../search-document.ts';

/** Counts a folded term's hits in a paper's title, label and topic. */
export function countInHead(paper: SearchPaper, term: string, fold: Fold): number {
  return count(headTexts(paper), term, fold);
}

/** Counts a folded term's hits in a paper's body, or a piece of it, by reading it. */
export function countInBody({ passages }: Pick<SearchBody, 'passages'>, term: string, fold: Fold) {
  return count(
    passages.map(({ text }) => text),
    term,
    fold,
  );
}

function count(texts: readonly string[], term: string, fold: Fold): number {
  return texts.reduce((sum, text) => sum + findTerm(fold(text), term).length, 0);
}

type Fold = (text: string) => Folded;
