import { findNear } from '../../text/find-near.ts';
import { isPlain, type PatternFinder, trimTokens } from '../../text/find-pattern.ts';
import type { Stretch } from '../../text/find-term.ts';
import { lastOf } from '../../text/last-of.ts';
import type { PatternToken } from '../../text/parse-pattern.ts';
import { findLast } from '../places.ts';
import type { SentenceEnds } from '../sentence-places.ts';
import { findShared, matchPlaces, type PlacedToken } from './match-places.ts';
import type { FoundPaper } from './search-engine.ts';
import type { SearchState } from './search-state.ts';
import type { PlaceIndex, Searchable } from './searchable.ts';

/**
 * Finds terms by places alone: in which papers they stand, how often, and in which pieces of their texts.
 *
 * @param together How near to each other they must stand; all of them in a paper when absent.
 * @throws When a file of the index cannot be loaded, and an `AbortError`.
 */
export async function findByPlaces(
  terms: readonly SoughtTerm[],
  together: Scope | undefined,
  index: PlaceIndex,
  texts: Pick<Searchable, 'papers' | 'listPieces'>,
  { signal, onProgress }: Waiting,
): Promise<Candidate[]> {
  const literals = new Set(
    terms
      .flatMap(({ alternatives }) => alternatives.flat())
      .filter((token) => typeof token === 'string'),
  );
  const lists = await Promise.all(
    [...literals].map(async (text) => [text, await index.list(text, signal)] as const),
  );
  const placesOf = new Map(lists);
  const isPatternless = !together && terms.every(({ alternatives }) => isPlain(alternatives));
  const found: Candidate[] = [];
  for (const [number, { firstPaper, endPaper, start, end }] of index.stretches.entries()) {
    const inStretch = terms.map(({ alternatives }) =>
      alternatives
        .map((tokens) => placeTokens(tokens, placesOf, start, end))
        .filter((tokens) =>
          tokens.every((token) => !('places' in token) || token.places.length > 0),
        ),
    );
    if (inStretch.some(({ length }) => length === 0)) continue;
    const ends = isPatternless ? undefined : await index.readEnds(number, signal);
    await onProgress?.(firstPaper, texts.papers.length);
    const byTerm = inStretch.map((alternatives, term) =>
      !ends || isPlain(terms[term]?.alternatives ?? [])
        ? listOccurrences(alternatives)
        : matchPlaces(alternatives, ends),
    );
    const groups = together && ends ? [listTogether(byTerm, together, ends)] : byTerm;
    const counters = groups.map((each) => new PaperCounter(each, index));
    for (let paper = firstPaper; paper < endPaper; paper++) {
      const counts = counters.map((counter) => counter.count(paper, texts.listPieces(paper)));
      if (counts.length === 0 || counts.some(({ head, body }) => head + body === 0)) continue;
      found.push({
        paper,
        head: counts.reduce((sum, { head }) => sum + head, 0),
        body: counts.reduce((sum, { body }) => sum + body, 0),
        pieces: [...new Set(counts.flatMap(({ pieces }) => pieces))].sort((a, b) => a - b),
      });
    }
  }
  return found;
}

/** Who waits for what takes long. */
export interface Waiting {
  /** Aborted when nobody does any more. */
  signal: AbortSignal | undefined;
  /** Told how many papers of how many are done; may make the work wait. */
  onProgress?: (done: number, total: number) => Promise<void> | void;
}

/** How near to each other terms must stand. */
export type Scope = Pick<SearchState, 'scope' | 'within' | 'order'>;

/** A term as it is looked for. */
export interface SoughtTerm {
  key: string;
  /** Finds it in a text. */
  find: PatternFinder;
  /** Each of them is enough; folded. */
  alternatives: PatternToken[][];
  isUnpunctuated?: true;
}

/** A paper that is found, or may be. */
export interface Candidate extends FoundPaper {
  /** The pieces of its text in which something is or may be found, in rising order. */
  pieces: number[];
}

function placeTokens(
  tokens: readonly PatternToken[],
  placesOf: ReadonlyMap<string, Int32Array>,
  start: number,
  end: number,
): PlacedToken[] {
  return trimTokens(tokens).map((token) => {
    if (typeof token !== 'string') return token;
    const all = placesOf.get(token) ?? new Int32Array();
    const places = all.subarray(findLast(all, start - 1) + 1, findLast(all, end - 1) + 1);
    return { places, length: [...token].length };
  });
}

/** Of what is typed as it stands each place, overlapping ones too. */
function listOccurrences(alternatives: readonly (readonly PlacedToken[])[]): Stretch[] {
  const literal = alternatives[0]?.[0];
  if (!literal || !('places' in literal)) return [];
  return Array.from(literal.places, (start) => ({ start, end: start + literal.length }));
}

function listTogether(
  byTerm: readonly (readonly Stretch[])[],
  { scope, within, order }: Scope,
  ends: SentenceEnds,
): Stretch[] {
  const passageOf = ({ start }: Stretch) => ends.passageAt(start);
  if (within) {
    const near = { within, isOrdered: order === 'typed' };
    const shared = findShared(byTerm, passageOf);
    const cursors = byTerm.map(() => 0);
    return shared.flatMap((number) => {
      const { start, end } = ends.passage(number);
      const inPassage = byTerm.map((matches, term) => {
        let from = cursors[term] ?? 0;
        while ((matches[from]?.start ?? end) < start) from++;
        let to = from;
        while ((matches[to]?.start ?? end) < end) to++;
        cursors[term] = to;
        return matches.slice(from, to);
      });
      return findNear(inPassage, near, (stretch) => stretch.end - stretch.start);
    });
  }
  if (scope === 'paragraph') {
    return findShared(byTerm, passageOf).map((number) => ends.passage(number));
  }
  const sentenceOf = ({ start, end }: Stretch) => {
    const number = ends.sentenceAt(start);
    return ends.sentenceAt(end - 1) === number ? number : -1;
  };
  return findShared(byTerm, sentenceOf).map((number) => ends.sentence(number));
}

/** Counts what stands in each paper, the papers taken in rising order. */
class PaperCounter {
  readonly #stretches: readonly Stretch[];
  readonly #index: PlaceIndex;
  #at = 0;

  constructor(stretches: readonly Stretch[], index: PlaceIndex) {
    this.#stretches = stretches;
    this.#index = index;
  }

  /** @param pieceStarts Where each piece of the paper's text begins. */
  count(paper: number, pieceStarts: readonly number[]): Omit<Candidate, 'paper'> {
    const { starts, headLength } = this.#index;
    const bodyStart = (starts[paper] ?? 0) + headLength;
    const end = starts[paper + 1] ?? Number.POSITIVE_INFINITY;
    const pieces: number[] = [];
    let head = 0;
    let body = 0;
    for (
      let next = this.#stretches[this.#at];
      next && next.start < end;
      next = this.#stretches[this.#at]
    ) {
      this.#at++;
      if (next.start < bodyStart) {
        head++;
        continue;
      }
      body++;
      const piece = findLast(pieceStarts, next.start);
      if (lastOf(pieces) !== piece) pieces.push(piece);
    }
    return { head, body, pieces };
  }
}
