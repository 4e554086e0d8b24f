import type { Mark } from '../search/browser/concordance.ts';
import type { MatchedGroup, MatchedPaper } from '../search/browser/match-texts.ts';
import type { HitAddress } from './render-hits.ts';
import type { ViewContext } from './view-context.ts';

/** Lists every match of papers by itself, in the order of the papers and their texts. */
export function listMatches(
  papers: readonly MatchedPaper[],
  { state, texts, addressOf }: ViewContext,
): MatchInPlace[] {
  const isCounted = !state.scope && !state.within;
  return papers.flatMap(({ paper, groups }) => {
    const id = texts.papers[paper]?.id ?? '';
    let before = 0;
    return groups.flatMap((group) =>
      group.matches.map((match) => {
        before += 1;
        const hit = isCounted ? before : undefined;
        return { ...group, ...match, paper, hit, address: addressAt(addressOf, id, group, hit) };
      }),
    );
  });
}

/** A match with all that tells where it stands. */
export interface MatchInPlace extends MatchedGroup, Required<Mark> {
  paper: number;
  /** Which of the paper's hits it is, from 1, where its page counts alike. */
  hit: number | undefined;
  address: string;
}

function addressAt(
  addressOf: HitAddress,
  id: string,
  { passage }: MatchedGroup,
  hit: number | undefined,
): string {
  return addressOf(id, passage.id, hit);
}
