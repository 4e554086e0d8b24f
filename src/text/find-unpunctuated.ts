import type { PatternFinder, PatternMatch } from './find-pattern.ts';
import type { Folded } from './fold.ts';
import { lastOf } from './last-of.ts';

/** Marks that a folded text may have where a query has none; 《 becomes a symbol when it is folded. */
const MARK = /[\p{P}\p{S}]/u;

/** A folded text without its punctuation. */
export function stripMarks(text: string): string {
  return [...text].filter((character) => !MARK.test(character)).join('');
}

/**
 * Prepares to find a term where punctuation does not count: 三抓三促行动 in “三抓三促”行动.
 *
 * @param term From `stripMarks`, not empty.
 * @returns Finds each occurrence, overlapping ones included; its gaps are the marks inside it.
 */
export function findUnpunctuated(term: string): PatternFinder {
  return (folded) => {
    const places: number[] = [];
    let bare = '';
    for (let at = 0; at < folded.text.length; at++) {
      const unit = folded.text[at] ?? '';
      if (MARK.test(unit)) continue;
      bare += unit;
      places.push(at);
    }
    const found: PatternMatch[] = [];
    for (let at = bare.indexOf(term); at >= 0; at = bare.indexOf(term, at + 1)) {
      found.push(inOriginal(places.slice(at, at + term.length), folded));
    }
    return found;
  };
}

function inOriginal(units: readonly number[], { starts, ends }: Folded): PatternMatch {
  const gaps = units.flatMap((unit, index) => {
    const before = units[index - 1];
    if (before === undefined || unit === before + 1) return [];
    return [{ start: ends[before] ?? 0, end: starts[unit] ?? 0 }];
  });
  return { start: starts[units[0] ?? 0] ?? 0, end: ends[lastOf(units) ?? 0] ?? 0, gaps };
}
