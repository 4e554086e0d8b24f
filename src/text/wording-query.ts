import { quoteLiteral } from './write-pattern.ts';

/** Characters of a wording that is looked for whole; of more the clauses that fit. */
const LONGEST = 30;

/** Whoever selects more does not ask for a wording. */
const LONGEST_SELECTED = 150;

const CLAUSE_END = /[，。；：！？、,;!?][”’」』）》]*/gu;

/**
 * Writes the query that looks for the wording a reader has selected, as it stands: the whole of it, or if
 * that is long its first clauses.
 *
 * @param text Selected, of one paragraph.
 * @returns Empty where there is no wording to look for: no letters, too much, or a clause without end.
 */
export function writeWordingQuery(text: string): string {
  // Chinese is written without white space; what there is comes from line breaks.
  const wording = text.trim().replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '');
  const characters = [...wording];
  if (characters.length > LONGEST_SELECTED) return '';
  const chosen =
    characters.length > LONGEST ? cutClauses(characters.slice(0, LONGEST).join('')) : wording;
  return /[\p{L}\p{N}]/u.test(chosen) ? quoteLiteral(chosen) : '';
}

/** What stands before the last mark that ends a clause. */
function cutClauses(text: string): string {
  const [last] = [...text.matchAll(CLAUSE_END)].slice(-1);
  return text.slice(0, last?.index ?? 0);
}
