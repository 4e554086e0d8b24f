import { findTerm } from '../../text/find-term.ts';
import { foldText } from '../../text/fold.ts';
import type { QueryTerm } from '../../text/parse-query.ts';
import { readVariants } from '../../text/variants.ts';
import type { Postings } from '../pagefind-format.ts';
import { intersectPostings, shiftPostings } from '../postings.ts';
import { headTexts } from '../search-document.ts';
import { singleToken, writeTerm } from '../tokens.ts';
import type { OpenIndex } from './open-index.ts';

/** A long term is looked up by so many tokens at a time, until few papers are left. */
const BATCH = 4;

/** So few papers are read rather than looked up further: a result would show them anyway. */
const FEW_PAPERS = 10;

/** Of a term that is not found, so many characters are searched for a part that is. */
const LONGEST_SEARCHED = 48;

/** Finds what stands in the papers, exactly and all of it. */
export class SearchEngine {
  readonly #index: OpenIndex;
  readonly #variants: ReadonlyMap<string, string>;

  constructor(index: OpenIndex) {
    this.#index = index;
    this.#variants = readVariants(index.variants);
  }

  /** The form in which this collection's texts are compared. */
  readonly fold = (text: string) => foldText(text, this.#variants);

  /**
   * Finds the papers in which all terms stand.
   *
   * @returns The terms as they were looked for, folded, and the papers in the collection's order.
   * @throws When a file of the index cannot be loaded.
   */
  async find(query: readonly QueryTerm[]): Promise<Finding> {
    const found = await Promise.all(query.map((term) => this.#findTerm(term)));
    // A term typed twice is still one.
    const hitsOf = new Map(found.map(({ term, hits }) => [term, hits]));
    hitsOf.delete('');
    const [first, ...others] = hitsOf.values();
    const papers = [...(first ?? [])].flatMap(([paper, hits]) => {
      let { head, body } = hits;
      for (const other of others) {
        const more = other.get(paper);
        if (!more) return [];
        head += more.head;
        body += more.body;
      }
      return [{ paper, head, body }];
    });
    return { terms: [...hitsOf.keys()], papers };
  }

  /** The longest part of a folded term that stands somewhere; empty when no two characters do. */
  async findLongestPart(term: string): Promise<string> {
    const characters = [...term].slice(0, LONGEST_SEARCHED);
    let longest = '';
    // A part of what stands somewhere stands there too, so neither end ever moves back.
    for (let start = 0, end = 2; end <= characters.length; ) {
      const part = characters.slice(start, end).join('');
      if ((await this.#locate(part)).size > 0) {
        if (part.length > longest.length) longest = part;
        end++;
      } else {
        start++;
        end = Math.max(end, start + 2);
      }
    }
    return longest;
  }

  async #findTerm({ text, unquoted }: QueryTerm): Promise<{ term: string; hits: Hits }> {
    const term = this.fold(text).text;
    const hits: Hits = term ? await this.#locate(term) : new Map();
    const inside = unquoted && this.fold(unquoted).text;
    return hits.size > 0 || !inside
      ? { term, hits }
      : { term: inside, hits: await this.#locate(inside) };
  }

  async #locate(term: string): Promise<Hits> {
    const characters = [...term];
    if (characters.length === 1) return this.#count(await this.#index.lookUp(singleToken(term)));
    const tokens = writeTerm(characters);
    let found: Postings | undefined;
    for (let at = 0; at < tokens.length; at += BATCH) {
      const places = await Promise.all(
        tokens.slice(at, at + BATCH).map(async ({ token, distance }) => ({
          postings: await this.#index.lookUp(token),
          distance,
        })),
      );
      // The rarest first, so that the others are compared with little.
      places.sort((one, other) => one.postings.pages.length - other.postings.pages.length);
      for (const { postings, distance } of places) {
        found = found
          ? intersectPostings(found, postings, distance)
          : shiftPostings(postings, distance);
      }
      const papers = found?.pages ?? [];
      if (papers.length === 0) break;
      if (at + BATCH < tokens.length && papers.length <= FEW_PAPERS) {
        return this.#countByReading(papers, term);
      }
    }
    return this.#count(found ?? { pages: [], positions: [] });
  }

  #count({ pages, positions }: Postings): Hits {
    return new Map(
      pages.map((page, index) => {
        const places = positions[index] ?? [];
        const bodyStart = places.findIndex((place) => place >= this.#index.headLength);
        const head = bodyStart < 0 ? places.length : bodyStart;
        return [page, { head, body: places.length - head }];
      }),
    );
  }

  async #countByReading(papers: readonly number[], term: string): Promise<Hits> {
    const documents = await Promise.all(papers.map((paper) => this.#index.readPaper(paper)));
    const countIn = (texts: readonly string[]) =>
      texts.reduce((sum, text) => sum + findTerm(this.fold(text), term).length, 0);
    const hits: Hits = new Map();
    for (const [index, document] of documents.entries()) {
      const head = countIn(headTexts(document));
      const body = countIn(document.passages.map(({ text }) => text));
      if (head + body > 0) hits.set(papers[index] ?? 0, { head, body });
    }
    return hits;
  }
}

/** What a query finds. */
export interface Finding {
  /** The terms as they were looked for: folded, and without quotes where that was needed. */
  terms: string[];
  papers: FoundPaper[];
}

/** A paper in which all terms stand. */
export interface FoundPaper {
  /** Its place in the collection, from 0. */
  paper: number;
  /** Hits in its title, label and topic. */
  head: number;
  /** Hits in its body, overlapping ones each. */
  body: number;
}

type Hits = Map<number, { head: number; body: number }>;
