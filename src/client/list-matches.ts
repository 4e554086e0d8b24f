import type { Mark } from '../search/browser/concordance.ts';
import type { MatchedGroup, MatchedPaper, TermMatch } from '../search/browser/match-texts.ts';
import type { ViewContext } from './view-context.ts';

/**
 * Lists all that counts as one by itself, in the order of the papers and their texts: a match, or what
 * holds all terms, which stands where the first of them does.
 */
export function listMatches(
  papers: readonly MatchedPaper[],
  { state, texts, addressOf }: ViewContext,
): MatchInPlace[] {
  const isCounted = !state.scope && !state.within && !state.where;
  return papers.flatMap(({ paper, groups }) => {
    const id = texts.papers[paper]?.id ?? '';
    return groups.map((group, index) => {
      const { start, end, gaps } = group.matches[0] as TermMatch;
      const hit = isCounted ? index + 1 : undefined;
      const address = () => addressOf(id, group.passage.id, hit);
      return { ...group, start, end, gaps, paper, hit, address };
    });
  });
}

/** What counts as one, with all that tells where it stands. */
export interface MatchInPlace extends MatchedGroup, Required<Mark> {
  paper: number;
  /** Which of the paper's hits it is, from 1, where its page counts alike. */
  hit: number | undefined;
  address: () => string;
}
