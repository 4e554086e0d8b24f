import { groupWindows, WINDOW } from './group-windows.ts';

/** So many other places are named in full, and a letter that stands in no more counts whole. */
const FEW = 4;

/** What more places than these share is a form that all use, however long it is. */
const MANY = 64;

/** Weights are whole numbers, so that their sums are exact. */
const WHOLE = 60;

/**
 * Finds 同文: runs of 12 letters or more that stand in another paper too. From each place of a paper the
 * longest such run counts, unless it is only the rest of a longer one. No run goes over a 0.
 *
 * A run must be worth a reader's while. Each letter is weighed by how many other places share it: of
 * the stretches of 12 letters it stands in, the one that stands most often decides. Up to four other
 * places it counts whole, up to 64 by four parts in so many, beyond not at all; and a run must weigh
 * as much as 12 whole letters. So 12 letters that five places share are marked, of 20 places those
 * with 57, and 本条例自公布之日起施行 never is, nor a form with three letters more that two papers
 * share by chance.
 *
 * How: stretches of 12 letters that stand in several papers are found by sorting hashes of all, and
 * each pair of places is extended both ways. Only stretches at no more than 65 places are paired, so
 * the work stays in proportion to the text: a run without one of them weighs nothing.
 *
 * @param letters The letters of all papers; a 0 ahead of the first and behind each passage.
 * @param starts Where each paper begins in them.
 * @returns The runs of one paper, in order; they may overlap.
 */
export function findParallels(
  letters: Uint32Array,
  starts: readonly number[],
): (paper: number) => Parallel[] {
  const windows = groupWindows(letters, starts, MANY + 1);
  const weights = weighLetters(windows.repeats);
  const ownerOf = (at: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const listMatches = (from: number, to: number): Match[] => {
    const matches: Match[] = [];
    for (const stretch of listStretches(windows.repeats, weights, from, to)) {
      for (let at = stretch.start; at < stretch.end; at++) {
        for (const other of windows.placesOf(at)) {
          if (other >= from && other < to) continue;
          const match = extend(letters, windows.isPaired, at, other);
          if (match) matches.push(match);
        }
      }
    }
    return matches.sort((one, two) => one.start - two.start || two.end - one.end);
  };

  return (paper) => {
    const from = starts[paper] ?? 0;
    const to = starts[paper + 1] ?? letters.length;
    const weighsEnough = ({ start, end }: Stretch) => weigh(weights, start, end) >= WINDOW * WHOLE;
    return listRuns(listMatches(from, to))
      .filter(weighsEnough)
      .map(({ start, end, holding, within }) => {
        const firsts = new Map<number, Stretch>();
        const name = (place: number, length: number) => {
          const owner = ownerOf(place);
          if (!firsts.has(owner)) firsts.set(owner, { start: place, end: place + length });
        };
        const wholes = holding.map((match) => match.other + start - match.start);
        for (const place of wholes.sort((one, two) => one - two)) name(place, end - start);
        const count = firsts.size;
        for (const part of within.sort(compareParts)) {
          if (weighsEnough(part)) name(part.other, part.end - part.start);
        }
        const named = [...firsts].map(([owner, place]) => {
          const offset = starts[owner] ?? 0;
          return { paper: owner, start: place.start - offset, end: place.end - offset };
        });
        const parts = named.splice(count).sort((one, two) => one.paper - two.paper);
        return { start: start - from, end: end - from, others: [...named, ...parts] };
      });
  };
}

/** A run of a paper that stands in others too; offsets are letters of the paper. */
export interface Parallel extends Stretch {
  /**
   * The other papers all of it stands in, in order, with the first place in each; behind them those
   * in which a part of it stands that would be a run by itself, with the longest.
   */
  others: (Stretch & { paper: number })[];
}

interface Stretch {
  start: number;
  end: number;
}

/** Two places, equal as far as they can be extended both ways. */
interface Match extends Stretch {
  /** Where it starts in the other paper. */
  other: number;
}

function weighLetters(repeats: Uint16Array): Uint8Array {
  const weights = new Uint8Array(repeats.length);
  for (let at = 0; at < repeats.length; at++) {
    let most = 0;
    for (let window = Math.max(0, at - WINDOW + 1); window <= at; window++) {
      most = Math.max(most, repeats[window] as number);
    }
    if (most > 0 && most <= MANY) {
      weights[at] = most <= FEW ? WHOLE : Math.floor((FEW * WHOLE) / most);
    }
  }
  return weights;
}

function weigh(weights: Uint8Array, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += weights[at] as number;
  return sum;
}

/** Stretches of a paper in which a window begins at each letter, those alone that weigh enough. */
function* listStretches(
  repeats: Uint16Array,
  weights: Uint8Array,
  from: number,
  to: number,
): Generator<Stretch> {
  for (let start = from; start < to; start++) {
    if (repeats[start] === 0) continue;
    let end = start + 1;
    while (end < to && repeats[end] !== 0) end += 1;
    if (weigh(weights, start, end + WINDOW - 1) >= WINDOW * WHOLE) yield { start, end };
    start = end;
  }
}

/** Nothing when a window further ahead leads to the same match. */
function extend(
  letters: Uint32Array,
  isPaired: (at: number) => boolean,
  at: number,
  other: number,
): Match | undefined {
  let ahead = 0;
  while (isEqual(letters, at - ahead - 1, other - ahead - 1)) {
    ahead += 1;
    if (isPaired(at - ahead)) return undefined;
  }
  let behind = WINDOW;
  while (isEqual(letters, at + behind, other + behind)) behind += 1;
  return { start: at - ahead, end: at + behind, other: other - ahead };
}

function isEqual(letters: Uint32Array, one: number, other: number): boolean {
  return letters[one] === letters[other] && letters[one] !== 0;
}

/** The longest first, then the first. */
function compareParts(one: Match, two: Match): number {
  return (
    two.end - two.start - (one.end - one.start) || one.start - two.start || one.other - two.other
  );
}

/** The matches that are part of no other, each with those that hold it and those within it. */
function listRuns(matches: readonly Match[]): (Stretch & { holding: Match[]; within: Match[] })[] {
  const runs: (Stretch & { holding: Match[]; within: Match[] })[] = [];
  let holding: Match[] = [];
  for (let index = 0; index < matches.length; ) {
    const { start, end } = matches[index] as Match;
    const here: Match[] = [];
    while (matches[index]?.start === start) {
      here.push(matches[index] as Match);
      index += 1;
    }
    holding.push(...here);
    if (end > (runs.at(-1)?.end ?? 0)) {
      holding = holding.filter((match) => match.end >= end);
      runs.push({ start, end, holding: [...holding], within: [] });
    }
    for (const match of here) {
      for (let last = runs.length - 1; (runs[last]?.end ?? 0) >= match.end; last--) {
        runs[last]?.within.push(match);
      }
    }
  }
  return runs;
}
