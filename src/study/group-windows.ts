/** Letters of a window. Shorter runs are set phrases that any two papers share. */
export const WINDOW = 12;

/** An odd multiplier (Knuth's, of the golden ratio): every letter of a window changes its hash. */
const BASE = 0x9e3779b1;

const RADIX_BITS = 11;

/**
 * Groups the equal windows (stretches of 12 letters) of all papers, those that stand in two papers at
 * least. Hashes only bring together what may be equal; the letters decide.
 *
 * @param letters The letters of all papers, a 0 ahead of the first and behind each passage.
 * @param starts Where each paper begins in them.
 * @param limit The places of a window that has more of them are not kept.
 */
export function groupWindows(
  letters: Uint32Array,
  starts: readonly number[],
  limit: number,
): WindowGroups {
  const { places, hashes } = sortByHash(letters);
  const repeats = new Uint16Array(letters.length);
  // Behind the number of a group its places; for each place where that stands.
  const groups = new Uint32Array(2 * places.length);
  const groupOf = new Uint32Array(letters.length);
  const owners = listOwners(letters.length, starts);
  let room = 1;
  const close = (members: Uint32Array) => {
    const [first = 0] = members;
    const last = members[members.length - 1] ?? 0;
    if (owners[first] === owners[last]) return;
    const others = Math.min(members.length - 1, 0xffff);
    for (const place of members) repeats[place] = others;
    if (members.length > limit) return;
    for (const place of members) groupOf[place] = room;
    groups[room] = members.length;
    groups.set(members, room + 1);
    room += members.length + 1;
  };
  for (const equals of listEquals(letters, places, hashes)) close(equals);
  return {
    repeats,
    isPaired: (at) => groupOf[at] !== 0,
    placesOf: (at) => {
      const group = groupOf[at] ?? 0;
      return group === 0
        ? NOWHERE
        : groups.subarray(group + 1, group + 1 + (groups[group] as number));
    },
  };
}

const NOWHERE = new Uint32Array(0);

/** What is known of the window that begins at each letter. */
export interface WindowGroups {
  /** At how many other places it stands, up to 65,535; 0 when it is of one paper alone. */
  repeats: Uint16Array;
  /** Whether its places are kept. */
  isPaired: (at: number) => boolean;
  /** Its places, itself included, in order; none when they are not kept. */
  placesOf: (at: number) => Uint32Array;
}

function listOwners(length: number, starts: readonly number[]): Uint16Array | Uint32Array {
  const owners = starts.length > 0xffff ? new Uint32Array(length) : new Uint16Array(length);
  for (const [paper, start] of starts.entries()) owners.fill(paper, start, starts[paper + 1]);
  return owners;
}

/** The beginnings of all windows that may stand twice, equal hashes side by side, each in order. */
function sortByHash(letters: Uint32Array): SortedWindows {
  // First a table of bits, for most windows stand once and need not be sorted.
  const bits = Math.min(30, Math.max(10, Math.ceil(Math.log2(letters.length + 1)) + 3));
  const once = new Uint8Array(2 ** (bits - 3));
  const twice = new Uint8Array(2 ** (bits - 3));
  eachWindow(letters, (hash) => {
    const cell = (hash >>> (32 - bits)) >>> 3;
    const bit = 1 << ((hash >>> (32 - bits)) & 7);
    if ((once[cell] as number) & bit) twice[cell] = (twice[cell] as number) | bit;
    else once[cell] = (once[cell] as number) | bit;
  });
  const candidates = new Uint32Array(letters.length);
  const candidateHashes = new Uint32Array(letters.length);
  let count = 0;
  eachWindow(letters, (hash, at) => {
    const cell = (hash >>> (32 - bits)) >>> 3;
    if (((twice[cell] as number) & (1 << ((hash >>> (32 - bits)) & 7))) === 0) return;
    candidates[count] = at;
    candidateHashes[count] = hash;
    count += 1;
  });
  const places = candidates.slice(0, count);
  const hashes = candidateHashes.slice(0, count);
  return sortByKeys(places, hashes);
}

function eachWindow(letters: Uint32Array, visit: (hash: number, at: number) => void): void {
  let power = 1;
  for (let step = 0; step < WINDOW; step++) power = Math.imul(power, BASE);
  let hash = 0;
  let length = 0;
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] as number;
    if (letter === 0) {
      hash = 0;
      length = 0;
      continue;
    }
    hash = (Math.imul(hash, BASE) + letter) | 0;
    length += 1;
    if (length > WINDOW) hash = (hash - Math.imul(letters[at - WINDOW] as number, power)) | 0;
    if (length >= WINDOW) visit(mix(hash), at - WINDOW + 1);
  }
}

/** Spreads neighbouring hashes over all bits (the end of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Sorts digit by digit, which keeps equals in order, and leaves the keys sorted too. */
function sortByKeys(values: Uint32Array, keys: Uint32Array): SortedWindows {
  let from = values;
  let to: Uint32Array = new Uint32Array(values.length);
  let fromKeys = keys;
  let toKeys: Uint32Array = new Uint32Array(values.length);
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    const heads = new Uint32Array(2 ** RADIX_BITS + 1);
    const digit = (key: number) => (key >>> shift) & (2 ** RADIX_BITS - 1);
    for (let at = 0; at < from.length; at++) {
      const next = digit(fromKeys[at] as number) + 1;
      heads[next] = (heads[next] as number) + 1;
    }
    for (let at = 1; at < heads.length; at++) {
      heads[at] = (heads[at] as number) + (heads[at - 1] as number);
    }
    for (let at = 0; at < from.length; at++) {
      const key = fromKeys[at] as number;
      const head = heads[digit(key)] as number;
      heads[digit(key)] = head + 1;
      to[head] = from[at] as number;
      toKeys[head] = key;
    }
    [from, to] = [to, from];
    [fromKeys, toKeys] = [toKeys, fromKeys];
  }
  return { places: from, hashes: fromKeys };
}

/** Divides sorted windows into those that are letter for letter the same, two at least. */
function* listEquals(
  letters: Uint32Array,
  places: Uint32Array,
  hashes: Uint32Array,
): Generator<Uint32Array> {
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    while (to < places.length && hashes[to] === hashes[from]) to += 1;
    // Different windows of one hash are rare.
    for (let rest = places.subarray(from, to); rest.length > 1; ) {
      const first = rest[0] as number;
      const isEqual = (place: number) => isSame(letters, first, place);
      const equals = rest.every(isEqual) ? rest : rest.filter(isEqual);
      if (equals.length > 1) yield equals;
      rest = equals === rest ? NOWHERE : rest.filter((place) => !isEqual(place));
    }
    from = to;
  }
}

interface SortedWindows {
  /** Where each begins. */
  places: Uint32Array;
  hashes: Uint32Array;
}

function isSame(letters: Uint32Array, one: number, other: number): boolean {
  for (let step = 0; step < WINDOW; step++) {
    if (letters[one + step] !== letters[other + step]) return false;
  }
  return true;
}
