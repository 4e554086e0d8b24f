import { parseQuery, type QueryTerm } from '../../text/parse-query.ts';
import type { PinyinOffer } from '../pinyin-list.ts';
import type { SearchPaper } from '../search-document.ts';
import { completePinyin, isMixed } from './complete-pinyin.ts';
import { matchPinyin } from './match-pinyin.ts';
import { type Narrowing, narrowPapers } from './narrow-papers.ts';
import type { FoundPaper, SearchEngine } from './search-engine.ts';
import type { SearchState } from './search-state.ts';
import type { Searchable } from './searchable.ts';

/** What may be pinyin. Phones type the curly apostrophe. */
const LETTERS = /^[a-zü'’\s]{2,}$/iu;

/**
 * Answers a query as typed: the papers with their counts, and what its pinyin offers.
 *
 * @param signal Aborted when nobody waits for the answer any more.
 * @throws When a file of the index cannot be loaded.
 */
export async function answerQuery(
  state: SearchState,
  texts: Searchable,
  engine: SearchEngine,
  signal?: AbortSignal,
): Promise<Answer> {
  const asked = parseQuery(state.query);
  const letters = state.query.normalize('NFKC');
  const { terms, papers: found } = await engine.find(asked, signal);
  return {
    asked,
    terms,
    found,
    ...arrangePapers(found, texts.papers, state),
    offers: await listOffers(letters, found.length > 0, texts, signal),
  };
}

/** What pinyin may mean; two letters that stand in the papers are meant as such. */
async function listOffers(
  letters: string,
  isFound: boolean,
  texts: Searchable,
  signal: AbortSignal | undefined,
): Promise<PinyinOffer[]> {
  if (LETTERS.test(letters) && !(isFound && letters.length === 2)) {
    return matchPinyin(letters, await texts.readPinyin(signal));
  }
  if (isFound || !isMixed(letters)) return [];
  return completePinyin(letters, await texts.readPinyin(signal));
}

/** Narrows the papers found to those that are asked for, and puts them in the order that is. */
export function arrangePapers<Found extends FoundPaper>(
  found: readonly Found[],
  papers: readonly SearchPaper[],
  state: SearchState,
): { narrowing: Narrowing; shown: Found[] } {
  const narrowing = narrowPapers(found, papers, state);
  const dateOf = ({ paper }: FoundPaper) => papers[paper]?.date ?? '';
  const orders = {
    relevance: compareRelevance,
    order: () => 0,
    date: (one: FoundPaper, other: FoundPaper) =>
      Number(dateOf(one) < dateOf(other)) - Number(dateOf(one) > dateOf(other)),
  };
  const kept = new Set<FoundPaper>(narrowing.papers);
  const shown = found.filter((each) => kept.has(each)).sort(orders[state.sort ?? 'relevance']);
  return { narrowing, shown };
}

/** What there is to say to a query. */
export interface Answer {
  /** The query's terms as typed. */
  asked: QueryTerm[];
  /** The same folded, as they were found. */
  terms: string[];
  /** All papers found, in the collection's order. */
  found: FoundPaper[];
  narrowing: Narrowing;
  /** Those to show, in the order to show them in. */
  shown: FoundPaper[];
  offers: PinyinOffer[];
}

/** Hits in titles first, then the most hits, then the collection's order. */
function compareRelevance(one: FoundPaper, other: FoundPaper): number {
  return (
    Number(other.head > 0) - Number(one.head > 0) ||
    other.body - one.body ||
    one.paper - other.paper
  );
}
