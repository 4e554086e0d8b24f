import type { PaperPassage } from '../collection/paper-structure.ts';
import type { Folded } from '../text/fold.ts';
import { sortSuffixes } from './sort-suffixes.ts';

/** Beyond all characters. */
const FIRST_END = 0x110000;

/** Shorter runs are set phrases that any two papers share. */
const MIN_LENGTH = 12;

/**
 * Finds 同文: runs of 12 characters or more that stand in another paper too, punctuation, width, case
 * and Traditional forms aside. From each place of a paper the longest such run counts, unless it is
 * only the rest of a longer one; of the places in other papers where all of it stands, the first in
 * the order of the collection is told. No run goes from one paragraph into the next.
 *
 * Every suffix of the collection's text is sorted once, so the time grows little faster than the text
 * (`npm run bench -- parallels`).
 *
 * @param papers The passages of each paper.
 * @param fold The fold of search.
 * @returns For each paper its runs, in order; they may overlap.
 */
export function findParallels(
  papers: readonly (readonly Pick<PaperPassage, 'text'>[])[],
  fold: (text: string) => Folded,
): Parallel[][] {
  const letters = collectLetters(papers, fold);
  const suffixes = sortSuffixes(letters.sequence);
  const ranks = new Int32Array(suffixes.length);
  for (const [rank, at] of suffixes.entries()) ranks[at] = rank;
  const shared = measureCommonPrefixes(letters.sequence, suffixes, ranks);
  const lengths = findLongest(letters, suffixes, shared);

  const found: Parallel[][] = papers.map(() => []);
  const others = createPlaceFinder(letters, suffixes, shared);
  const starts: number[] = [];
  for (const [at, length] of lengths.entries()) {
    const isRest = at > 0 && lengths[at - 1] === length + 1;
    if (length >= MIN_LENGTH && !isRest) starts.push(at);
  }
  // In the order of the sorted suffixes equal runs are neighbours, and their places found once.
  starts.sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
  for (const at of starts) {
    const length = lengths[at] ?? 0;
    const other = others(ranks[at] ?? 0, length, letters.papers[at] ?? 0);
    found[letters.papers[at] ?? 0]?.push({
      ...letters.locate(at, length),
      other: { paper: letters.papers[other] ?? 0, ...letters.locate(other, length) },
    });
  }
  for (const list of found) {
    list.sort((one, two) => one.passage - two.passage || one.start - two.start);
  }
  return found;
}

/** A run of a paper that stands in another one too. */
export interface Parallel extends Place {
  /** Its first place in another paper, which is the index of that paper. */
  other: Place & { paper: number };
}

/** A part of a passage, from `start` to before `end` in its text. */
export interface Place {
  /** Index among the paper's passages. */
  passage: number;
  start: number;
  end: number;
}

/** All letters and digits of the papers, with the way back. */
interface Letters {
  /** Their code points; each passage ends with a number of its own, so no run goes over its end. */
  sequence: Int32Array;
  /** Which paper each of them is of. */
  papers: Int32Array;
  locate: (at: number, length: number) => Place;
}

function collectLetters(
  papers: readonly (readonly Pick<PaperPassage, 'text'>[])[],
  fold: (text: string) => Folded,
): Letters {
  const sequence: number[] = [];
  // Which passage each of them is of, and where it starts and ends there.
  const owners: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const passages: { paper: number; passage: number }[] = [];
  for (const [paper, list] of papers.entries()) {
    for (const [passage, { text }] of list.entries()) {
      const folded = fold(text);
      for (const { 0: letter, index } of folded.text.matchAll(/[\p{L}\p{N}]|$/gu)) {
        sequence.push(letter.codePointAt(0) ?? FIRST_END + passages.length);
        owners.push(passages.length);
        starts.push(folded.starts[index] ?? 0);
        ends.push(folded.ends[index + letter.length - 1] ?? 0);
      }
      passages.push({ paper, passage });
    }
  }
  return {
    sequence: Int32Array.from(sequence),
    papers: Int32Array.from(owners, (owner) => passages[owner]?.paper ?? 0),
    locate: (at, length) => ({
      passage: passages[owners[at] ?? 0]?.passage ?? 0,
      start: starts[at] ?? 0,
      end: ends[at + length - 1] ?? 0,
    }),
  };
}

/** For each suffix in sorted order: what it has in common with the one before (Kasai et al. 2001). */
function measureCommonPrefixes(
  sequence: Int32Array,
  suffixes: Int32Array,
  ranks: Int32Array,
): Int32Array {
  const common = new Int32Array(sequence.length);
  let length = 0;
  for (let at = 0; at < sequence.length; at++) {
    const rank = ranks[at] ?? 0;
    const before = suffixes[rank - 1];
    if (before === undefined) length = 0;
    else {
      // Ends differ, so this stops before either of the two does.
      while (sequence[at + length] === sequence[before + length]) length += 1;
      common[rank] = length;
      length = Math.max(0, length - 1);
    }
  }
  return common;
}

/** For each place: how far the text from there stands in another paper too. */
function findLongest({ sequence, papers }: Letters, suffixes: Int32Array, common: Int32Array) {
  const lengths = new Int32Array(sequence.length);
  const sweep = (from: number, step: 1 | -1) => {
    let best = 0;
    for (let rank = from; rank >= 0 && rank < suffixes.length; rank += step) {
      const at = suffixes[rank] ?? 0;
      const neighbour = suffixes[rank - step];
      const shared = common[step === 1 ? rank : rank + 1] ?? 0;
      if (neighbour === undefined) best = 0;
      else best = papers[neighbour] === papers[at] ? Math.min(best, shared) : shared;
      lengths[at] = Math.max(lengths[at] ?? 0, best);
    }
  };
  sweep(0, 1);
  sweep(suffixes.length - 1, -1);
  return lengths;
}

/** Finds the first place in another paper that begins with the same so many characters. */
function createPlaceFinder(
  { papers }: Letters,
  suffixes: Int32Array,
  common: Int32Array,
): (rank: number, length: number, paper: number) => number {
  // By length, the latest stretch of suffixes that begin alike, and its first place in two papers.
  const latest = new Map<number, { to: number; first: number; second: number }>();
  return (rank, length, paper) => {
    let group = latest.get(length);
    if (!group || rank > group.to) {
      let from = rank;
      while ((common[from] ?? 0) >= length) from -= 1;
      let to = rank;
      while ((common[to + 1] ?? 0) >= length) to += 1;
      group = { to, first: Number.POSITIVE_INFINITY, second: Number.POSITIVE_INFINITY };
      for (let each = from; each <= to; each++) {
        group.first = Math.min(group.first, suffixes[each] ?? 0);
      }
      const firstPaper = papers[group.first];
      for (let each = from; each <= to; each++) {
        const at = suffixes[each] ?? 0;
        if (papers[at] !== firstPaper) group.second = Math.min(group.second, at);
      }
      latest.set(length, group);
    }
    return papers[group.first] === paper ? group.second : group.first;
  };
}
