import { isLarge as isLargeCollection } from '../../collection/name-papers.ts';
import { parseQuery, type QueryTerm } from '../../text/parse-query.ts';
import type { PinyinOffer } from '../pinyin-list.ts';
import { matchPinyin } from './match-pinyin.ts';
import { type Narrowing, narrowPapers } from './narrow-papers.ts';
import type { FoundPaper, SearchEngine } from './search-engine.ts';
import type { SearchState } from './search-state.ts';
import type { Searchable } from './searchable.ts';

/** What may be pinyin. Phones type the curly apostrophe. */
const LETTERS = /^[a-zü'’\s]{2,}$/iu;

/** Of a query that is not found, so many terms are looked at one by one. */
const TERMS_LOOKED_AT = 5;

/**
 * Answers a query: the papers with their counts, what its pinyin offers, and when nothing is found
 * which of its terms are. In a small collection, where it costs next to nothing, also the longest part
 * of the others.
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
  const narrowing = narrowPapers(found, texts.papers, state);
  const dateOf = ({ paper }: FoundPaper) => texts.papers[paper]?.date ?? '';
  const orders = {
    relevance: compareRelevance,
    order: () => 0,
    date: (one: FoundPaper, other: FoundPaper) =>
      Number(dateOf(one) < dateOf(other)) - Number(dateOf(one) > dateOf(other)),
  };
  const isSmall = !isLargeCollection(texts.papers);
  return {
    asked,
    terms,
    found,
    narrowing,
    shown: [...narrowing.papers].sort(orders[state.sort ?? 'relevance']),
    offers: LETTERS.test(letters) ? matchPinyin(letters, await texts.readPinyin(signal)) : [],
    nearest: found.length > 0 ? [] : await findNearest(asked, engine, isSmall, signal),
  };
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
  nearest: NearestFinding[];
}

/** Part of a query that is found where the whole is not. */
export interface NearestFinding {
  text: string;
  papers: number;
  hits: number;
}

/**
 * Finds what is nearest to a query that is not found.
 *
 * @param isThorough Whether of a term that is not found its longest part is sought, which in a large
 * collection means to load much.
 * @returns Each term that is found by itself, of the others the longest part that is.
 * @throws When a file of the index cannot be loaded.
 */
export async function findNearest(
  asked: readonly QueryTerm[],
  engine: SearchEngine,
  isThorough: boolean,
  signal?: AbortSignal,
): Promise<NearestFinding[]> {
  const findings = new Map<string, NearestFinding>();
  for (const term of asked.slice(0, TERMS_LOOKED_AT)) {
    let text = term.text;
    let { papers } = await engine.find([term], signal);
    if (papers.length === 0) {
      text = isThorough ? await engine.findLongestPart(engine.fold(text).text, signal) : '';
      if (!text) continue;
      ({ papers } = await engine.find([{ text }], signal));
    }
    const hits = papers.reduce((sum, { head, body }) => sum + head + body, 0);
    findings.set(text, { text, papers: papers.length, hits });
  }
  return [...findings.values()];
}

/** Hits in titles first, then the most hits, then the collection's order. */
function compareRelevance(one: FoundPaper, other: FoundPaper): number {
  return (
    Number(other.head > 0) - Number(one.head > 0) ||
    other.body - one.body ||
    one.paper - other.paper
  );
}
