/**
 * Sorts all suffixes of a sequence in time proportional to its length, by induced sorting (Nong,
 * Zhang and Chan 2009): the order of some suffixes, those that begin where the sequence turns upward,
 * gives the order of all others in two sweeps; and theirs is found by sorting a shorter sequence, of
 * the pieces between them.
 *
 * Why not a library: those on npm work on arrays of objects, which takes more time, and time that
 * grows faster than the text.
 *
 * @param sequence Numbers, none of them negative.
 * @returns Where each suffix begins, the smallest first.
 */
export function sortSuffixes(sequence: Int32Array): Int32Array {
  // An end smaller than all else, so that no suffix runs out while it is compared.
  const ended = new Int32Array(sequence.length + 1);
  for (const [at, value] of sequence.entries()) ended[at] = value + 1;
  return sortEnded(ended).subarray(1);
}

/** Sorts the suffixes of a sequence whose last number is its smallest and stands there alone. */
function sortEnded(values: Int32Array): Int32Array {
  const { length } = values;
  const suffixes = new Int32Array(length);
  if (length < 2) return suffixes;
  const isRising = markRising(values);
  const turns: number[] = [];
  for (let at = 1; at < length; at++) if (isRising[at] && !isRising[at - 1]) turns.push(at);
  const induce = createInduction(values, isRising, suffixes);

  // Turns in any order within their bucket: this sorts the pieces from one turn to the next.
  induce(turns);
  const sorted = suffixes.filter((at) => at > 0 && isRising[at] === 1 && isRising[at - 1] === 0);
  const names = new Int32Array(length).fill(-1);
  let name = 0;
  for (const [index, at] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && !isSamePiece(values, isRising, before, at)) name += 1;
    names[at] = name;
  }

  const shorter = names.filter((each) => each >= 0);
  const order =
    name + 1 === turns.length
      ? Int32Array.from(sorted)
      : sortEnded(shorter).map((index) => turns[index] ?? 0);
  induce([...order]);
  return suffixes;
}

/** 1 where a suffix is smaller than the one behind it. */
function markRising(values: Int32Array): Uint8Array {
  const isRising = new Uint8Array(values.length);
  isRising[values.length - 1] = 1;
  for (let at = values.length - 2; at >= 0; at--) {
    const here = values[at] as number;
    const next = values[at + 1] as number;
    isRising[at] = here < next || (here === next && isRising[at + 1] === 1) ? 1 : 0;
  }
  return isRising;
}

/** Whether the pieces from two turns to the turn behind each are the same. */
function isSamePiece(
  values: Int32Array,
  isRising: Uint8Array,
  one: number,
  other: number,
): boolean {
  for (let step = 0; ; step++) {
    if (values[one + step] !== values[other + step]) return false;
    if (isRising[one + step] !== isRising[other + step]) return false;
    const isTurn = step > 0 && isRising[one + step] === 1 && isRising[one + step - 1] === 0;
    if (isTurn) return true;
    if (one + step >= values.length || other + step >= values.length) return false;
  }
}

/** From the order of the turns within each first number, the order of all suffixes. */
function createInduction(
  values: Int32Array,
  isRising: Uint8Array,
  suffixes: Int32Array,
): (turns: readonly number[]) => void {
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const counts = new Int32Array(largest + 2);
  for (const value of values) counts[value + 1] = (counts[value + 1] as number) + 1;
  for (let value = 1; value < counts.length; value++) {
    counts[value] = (counts[value] as number) + (counts[value - 1] as number);
  }
  return (turns) => {
    suffixes.fill(-1);
    const tails = counts.slice(1);
    for (let index = turns.length - 1; index >= 0; index--) {
      const at = turns[index] as number;
      const tail = (tails[values[at] as number] as number) - 1;
      tails[values[at] as number] = tail;
      suffixes[tail] = at;
    }
    const heads = counts.slice();
    for (let index = 0; index < suffixes.length; index++) {
      const at = (suffixes[index] as number) - 1;
      if (at < 0 || isRising[at] === 1) continue;
      const head = heads[values[at] as number] as number;
      heads[values[at] as number] = head + 1;
      suffixes[head] = at;
    }
    tails.set(counts.subarray(1));
    for (let index = suffixes.length - 1; index >= 0; index--) {
      const at = (suffixes[index] as number) - 1;
      if (at < 0 || isRising[at] === 0) continue;
      const tail = (tails[values[at] as number] as number) - 1;
      tails[values[at] as number] = tail;
      suffixes[tail] = at;
    }
  };
}
