import { takeLeftmost } from '../../text/find-pattern.ts';
import type { Stretch } from '../../text/find-term.ts';
import type { PatternGap } from '../../text/parse-pattern.ts';
import { findLast } from '../places.ts';
import type { SentenceEnds } from '../sentence-places.ts';

/**
 * Finds a pattern by the places of its literal parts alone: just what `preparePattern` finds in the text.
 *
 * @param alternatives Of each the tokens, from `foldTokens` and `trimTokens`.
 * @param ends Of the places in question.
 * @returns The places of its matches, in order. Takes time in proportion to the places of the parts and to
 * how many of them may follow each other.
 */
export function matchPlaces(
  alternatives: readonly (readonly PlacedToken[])[],
  ends: SentenceEnds,
): Stretch[] {
  return takeLeftmost(alternatives.map((tokens) => createSeeker(tokens, ends)));
}

/** A literal part with the places where it stands, in rising order; or what stands for any characters. */
export type PlacedToken = PlacedLiteral | PatternGap;

interface PlacedLiteral {
  places: Int32Array;
  /** Its characters. */
  length: number;
}

function createSeeker(
  tokens: readonly PlacedToken[],
  ends: SentenceEnds,
): (from: number) => Stretch | undefined {
  const [first] = tokens;
  const lead = first && 'least' in first ? first.least : 0;
  const index = first && 'least' in first ? 1 : 0;
  const literal = tokens[index];
  const places = literal && 'places' in literal ? literal.places : new Int32Array();
  const known = new Map<number, number>();

  /** Where the shortest match of the tokens from one on ends, in its passage; −1 for none. */
  const endOf = (index: number, at: number, passageEnd: number): number => {
    const token = tokens[index];
    if (!token) return at;
    if ('places' in token) {
      return token.places[findLast(token.places, at)] === at
        ? endOf(index + 1, at + token.length, passageEnd)
        : -1;
    }
    const nearest = at + token.least;
    const next = tokens[index + 1];
    if (!next || !('places' in next)) return nearest <= passageEnd ? nearest : -1;
    const key = at * tokens.length + index;
    const before = known.get(key);
    if (before !== undefined) return before;
    const sentence = ends.sentence(ends.sentenceAt(at)).end;
    const farthest = Math.min(at + token.most, passageEnd - 1);
    let end = -1;
    for (let number = findLast(next.places, nearest - 1) + 1; ; number++) {
      const place = next.places[number];
      if (place === undefined || place > farthest) break;
      // A run does not step over the end of a sentence; so many characters as must be there may.
      if (place > nearest && place >= sentence) break;
      const found = endOf(index + 2, place + next.length, passageEnd);
      if (found >= 0 && (end < 0 || found < end)) end = found;
    }
    known.set(key, end);
    return end;
  };

  let last: Stretch | undefined;
  let number = 0;
  return (from) => {
    if (last && last.start >= from) return last;
    last = undefined;
    for (; !last && number < places.length; number++) {
      const place = places[number] as number;
      if (place - lead < from) continue;
      const passage = ends.passage(ends.passageAt(place));
      if (place - lead < passage.start) continue;
      const end = endOf(index, place, passage.end);
      if (end >= 0) last = { start: place - lead, end };
    }
    return last;
  };
}

/**
 * Finds the sentences or passages that hold a match of each term.
 *
 * @param byTerm For each term its matches, in order.
 * @param unitOf Number of the sentence or passage a match stands in; −1 for a match that is in none.
 * @returns The numbers, in rising order.
 */
export function findShared(
  byTerm: readonly (readonly Stretch[])[],
  unitOf: (match: Stretch) => number,
): number[] {
  const [first = [], ...others] = byTerm.map(
    (matches) => new Set(matches.map(unitOf).filter((unit) => unit >= 0)),
  );
  return [...first].filter((unit) => others.every((other) => other.has(unit)));
}
