import { parseQuery, type QueryTerm } from '../../text/parse-query.ts';
import type { PinyinOffer } from '../pinyin-offer.ts';
import { matchPinyin } from './match-pinyin.ts';
import type { FoundPaper, SearchEngine } from './search-engine.ts';
import type { SearchState } from './search-state.ts';
import type { Searchable } from './searchable.ts';

/** What may be pinyin. Phones type the curly apostrophe. */
const LETTERS = /^[a-zü'’\s]{2,}$/iu;

/** Of a query that is not found, so many terms are looked at one by one. */
const TERMS_LOOKED_AT = 5;

/**
 * Answers a query: the papers with their counts, what its pinyin offers, and when nothing is found
 * the nearest that is.
 *
 * @throws When a file of the index cannot be loaded.
 */
export async function answerQuery(
  { query, paper, inOrder }: SearchState,
  texts: Searchable,
  engine: SearchEngine,
): Promise<Answer> {
  const asked = parseQuery(query);
  const letters = query.normalize('NFKC');
  const { terms, papers: found } = await engine.find(asked);
  const isNarrowed = found.some((each) => each.paper + 1 === paper);
  const shown = isNarrowed ? found.filter((each) => each.paper + 1 === paper) : [...found];
  return {
    asked,
    terms,
    found,
    shown: inOrder ? shown : shown.sort(compareRelevance),
    offers: LETTERS.test(letters) ? matchPinyin(letters, await texts.readPinyin()) : [],
    nearest: found.length > 0 ? [] : await findNearest(asked, engine),
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

/** Each term that is found by itself, of the others the longest part that is. */
async function findNearest(
  asked: readonly QueryTerm[],
  engine: SearchEngine,
): Promise<NearestFinding[]> {
  const findings = new Map<string, NearestFinding>();
  for (const term of asked.slice(0, TERMS_LOOKED_AT)) {
    let text = term.text;
    let { papers } = await engine.find([term]);
    if (papers.length === 0) {
      text = await engine.findLongestPart(engine.fold(text).text);
      if (!text) continue;
      ({ papers } = await engine.find([{ text }]));
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
