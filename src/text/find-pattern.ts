import { findTerm, type Stretch } from './find-term.ts';
import type { Folded } from './fold.ts';
import type { PatternToken } from './parse-pattern.ts';

/**
 * Prepares to find a pattern: its matches, each from its leftmost start, the shortest from there, none
 * overlapping another. A run of any characters does not step over the end of a sentence; a mark that
 * ends one is found where it is typed.
 *
 * @param alternatives Each with its literal parts folded and none of them empty.
 * @returns Finds the matches in a text. Takes time in proportion to its length, the pattern's and the
 * longest run's, whatever the pattern is.
 */
export function preparePattern(alternatives: readonly (readonly PatternToken[])[]): PatternFinder {
  const trimmed = alternatives.map(trimTokens).filter((tokens) => tokens.length > 0);
  return (folded, sentenceEnds) => {
    const bounds = boundsIn(folded, sentenceEnds);
    const seekers = trimmed.map((tokens) => createSeeker(folded.text, tokens, bounds));
    return takeLeftmost(seekers).map((found) => inOriginal(found, folded));
  };
}

/**
 * Takes what seekers find: each from its leftmost start, the shortest, none overlapping another.
 *
 * @param seekers Each tells its next match that starts at a place or behind it.
 */
export function takeLeftmost<Match extends Stretch>(
  seekers: readonly ((from: number) => Match | undefined)[],
): Match[] {
  const matches: Match[] = [];
  for (let from = 0; ; ) {
    let best: Match | undefined;
    for (const seek of seekers) {
      const found = seek(from);
      if (!found) continue;
      if (
        !best ||
        found.start < best.start ||
        (found.start === best.start && found.end < best.end)
      ) {
        best = found;
      }
    }
    if (!best) return matches;
    matches.push(best);
    from = best.end;
  }
}

/** Prepares to find a term: as `findPlain` does where it is typed as it stands, else as a pattern. */
export function prepareTerm(alternatives: readonly (readonly PatternToken[])[]): PatternFinder {
  return isPlain(alternatives)
    ? findPlain(String(alternatives[0]?.[0]))
    : preparePattern(alternatives);
}

/** Whether a term is typed as it stands. */
export function isPlain(alternatives: readonly (readonly PatternToken[])[]): boolean {
  const [only = [], ...others] = alternatives;
  return others.length === 0 && only.length === 1 && typeof only[0] === 'string';
}

/** Prepares to find a folded term that is no pattern: each occurrence, overlapping ones included. */
export function findPlain(term: string): PatternFinder {
  return (folded) => findTerm(folded, term).map((stretch) => ({ ...stretch, gaps: [] }));
}

/**
 * @param sentenceEnds Of the original, as `findSentenceEnds` tells them.
 */
export type PatternFinder = (folded: Folded, sentenceEnds: readonly number[]) => PatternMatch[];

/** Where a pattern stands in the original, and what of it was not typed, in order. */
export interface PatternMatch extends Stretch {
  gaps: Stretch[];
}

/** In the folded text. */
interface Found extends Stretch {
  gaps: Stretch[];
}

/** Of a run at either end nothing but its least belongs to the shortest match. */
export function trimTokens(tokens: readonly PatternToken[]): PatternToken[] {
  return tokens.flatMap((token, index) => {
    if (typeof token === 'string' || (index > 0 && index < tokens.length - 1)) return [token];
    return token.least > 0 ? [{ least: token.least, most: token.least }] : [];
  });
}

/** For each place of a folded text where the sentence ends that goes on there. */
function boundsIn({ text, starts }: Folded, sentenceEnds: readonly number[]): Int32Array {
  const bounds = new Int32Array(text.length + 1).fill(text.length);
  let at = 0;
  for (const end of sentenceEnds) {
    const first = at;
    while (at < text.length && (starts[at] ?? 0) < end) at++;
    bounds.fill(at, first, at);
  }
  return bounds;
}

function createSeeker(
  text: string,
  tokens: readonly PatternToken[],
  bounds: Int32Array,
): (from: number) => Found | undefined {
  const lead = typeof tokens[0] === 'string' ? 0 : (tokens[0]?.least ?? 0);
  const literal = tokens.find((token) => typeof token === 'string') ?? '';
  const known = new Map<number, number>();

  /** Where the shortest match of the tokens from one on ends; −1 for none. */
  const endOf = (index: number, at: number): number => {
    const token = tokens[index];
    if (token === undefined) return at;
    if (typeof token === 'string') {
      return text.startsWith(token, at) ? endOf(index + 1, at + token.length) : -1;
    }
    const key = index * (text.length + 1) + at;
    const before = known.get(key);
    if (before !== undefined) return before;
    let end = -1;
    for (const place of placesBehind(token, at)) {
      const found = endOf(index + 1, place);
      if (found >= 0 && (end < 0 || found < end)) end = found;
    }
    known.set(key, end);
    return end;
  };

  function* placesBehind({ least, most }: { least: number; most: number }, at: number) {
    const bound = bounds[at] ?? text.length;
    for (let place = at, length = 0; length <= most && place <= text.length; length++) {
      if (length > least && place >= bound) return;
      if (length >= least) yield place;
      place = stepOver(text, place);
    }
  }

  const trace = (start: number): Found => {
    const gaps: Stretch[] = [];
    let at = start;
    for (const [index, token] of tokens.entries()) {
      if (typeof token === 'string') {
        at += token.length;
        continue;
      }
      const end = endOf(index, at);
      for (const place of placesBehind(token, at)) {
        if (endOf(index + 1, place) !== end) continue;
        gaps.push({ start: at, end: place });
        at = place;
        break;
      }
    }
    return { start, end: at, gaps };
  };

  let last: Found | undefined;
  let isOver = false;
  return (from) => {
    if (isOver || (last && last.start >= from)) return last;
    last = undefined;
    let at = from;
    for (let step = 0; step < lead; step++) at = stepOver(text, at);
    for (at = text.indexOf(literal, at); at >= 0; at = text.indexOf(literal, at + 1)) {
      const start = stepBack(text, at, lead);
      if (start < from || endOf(0, start) < 0) continue;
      last = trace(start);
      return last;
    }
    isOver = true;
    return undefined;
  };
}

function stepOver(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function stepBack(text: string, from: number, steps: number): number {
  let at = from;
  for (let step = 0; step < steps; step++) {
    at -= at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff ? 2 : 1;
  }
  return at;
}

function inOriginal({ start, end, gaps }: Found, { starts, ends }: Folded): PatternMatch {
  const edge = (at: number) => (at > 0 ? (ends[at - 1] ?? 0) : 0);
  const first = gaps[0];
  return {
    start: starts[start] ?? 0,
    end: edge(end),
    gaps: gaps.map((gap) => ({
      start: gap === first && gap.start === start ? (starts[start] ?? 0) : edge(gap.start),
      end: gap.end < end ? (starts[gap.end] ?? 0) : edge(end),
    })),
  };
}
