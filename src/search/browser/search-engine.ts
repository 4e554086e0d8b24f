import { foldText } from '../../text/fold.ts';
import { lastOf } from '../../text/last-of.ts';
import type { QueryTerm } from '../../text/parse-query.ts';
import { readVariants } from '../../text/variants.ts';
import type { Hits, ListPlaces, PaperHits, Searchable } from './searchable.ts';

/** Of a term that is not found, so many characters are searched for a part that is. */
const LONGEST_SEARCHED = 48;

/** Finds what stands in the papers, exactly and all of it. */
export class SearchEngine {
  readonly #texts: Searchable;
  readonly #variants: ReadonlyMap<string, string>;

  constructor(texts: Searchable) {
    this.#texts = texts;
    this.#variants = readVariants(texts.variants);
  }

  /** The form in which this collection's texts are compared. */
  readonly fold = (text: string) => foldText(text, this.#variants);

  /**
   * Finds the papers in which all terms stand.
   *
   * @returns The terms as they were looked for, folded, and the papers in the collection's order.
   * @throws When a file of the index cannot be loaded.
   */
  async find(query: readonly QueryTerm[], signal?: AbortSignal): Promise<Finding> {
    const found = await Promise.all(query.map((term) => this.#findTerm(term, signal)));
    // A term typed twice is still one.
    const hitsOf = new Map(found.map(({ term, hits }) => [term, hits]));
    hitsOf.delete('');
    const [first, ...others] = hitsOf.values();
    const papers: FoundPaper[] = [];
    for (const [paper, { head, body, places }] of first ?? []) {
      const sum: FoundPaper = { paper, head, body, places: places && [places] };
      if (others.every((other) => addHits(sum, other.get(paper)))) papers.push(sum);
    }
    return { terms: [...hitsOf.keys()], papers };
  }

  /**
   * Finds every part of a folded term, of two characters at least, that stands somewhere and is no part
   * of a longer one that does.
   *
   * @throws When a file of the index cannot be loaded.
   */
  async findParts(term: string, signal?: AbortSignal): Promise<FoundPart[]> {
    const characters = [...term].slice(0, LONGEST_SEARCHED);
    const parts: FoundPart[] = [];
    // A part of what stands somewhere stands there too, so neither end ever moves back.
    for (let start = 0, end = 2; end <= characters.length; ) {
      const text = characters.slice(start, end).join('');
      const hits = await this.#texts.locate(text, signal);
      if (hits.size > 0) {
        // The same start reaches farther; what ends where the last one did is a part of it.
        if (lastOf(parts)?.start === start) parts.pop();
        const last = lastOf(parts);
        if (!last || last.start + [...last.text].length < end) parts.push({ text, start, hits });
        end++;
      } else {
        start++;
        end = Math.max(end, start + 2);
      }
    }
    return parts;
  }

  async #findTerm(
    { text, unquoted }: QueryTerm,
    signal: AbortSignal | undefined,
  ): Promise<{ term: string; hits: Hits }> {
    const term = this.fold(text).text;
    const hits: Hits = term ? await this.#texts.locate(term, signal) : new Map();
    const inside = unquoted && this.fold(unquoted).text;
    return hits.size > 0 || !inside
      ? { term, hits }
      : { term: inside, hits: await this.#texts.locate(inside, signal) };
  }
}

/** A part of a term that is found. */
export interface FoundPart {
  text: string;
  /** Where in the term it starts, in characters. */
  start: number;
  hits: Hits;
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
  /** For each term, as in `PaperHits`. */
  places?: ListPlaces[] | undefined;
}

/** @returns Whether there are any. */
function addHits(sum: FoundPaper, hits: PaperHits | undefined): boolean {
  if (!hits) return false;
  sum.head += hits.head;
  sum.body += hits.body;
  if (hits.places) sum.places?.push(hits.places);
  else sum.places = undefined;
  return true;
}
