/** Lines that share less are not built alike: 服务 alone in each of three headings is chance. */
const MIN_SHARE = 1 / 4;

/**
 * Tells what parallel lines have in common from what changes between them, so that a pattern such as
 * 抓＿＿促＿＿ shows. Common is the longest common subsequence of their characters; of the ways to find
 * it in a line, the one with the fewest gaps counts.
 *
 * Lines whose common characters come to less than a quarter of the longest line's (Han characters
 * alone) are taken as not parallel: all of them differs. With more than two lines the subsequence is
 * found from line to line, the shortest two first.
 *
 * @returns Each line cut into parts, alternately shared and not.
 */
export function markShared(lines: readonly string[]): SharedPart[][] {
  const characters = lines.map((line) => [...line]);
  const common = characters.length > 1 ? findCommon(characters) : [];
  const longest = Math.max(...lines.map(countHan));
  const isParallel = countHan(common.join('')) >= longest * MIN_SHARE && common.length > 0;
  return characters.map((line) => cut(line, isParallel ? align(line, common) : new Set()));
}

/** A part of a line. */
export interface SharedPart {
  text: string;
  /** Whether it stands in the other lines too. */
  isShared: boolean;
}

function findCommon(lines: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = [...lines].sort((one, other) => one.length - other.length);
  return others.reduce(findCommonOfTwo, first);
}

function findCommonOfTwo(one: readonly string[], other: readonly string[]): string[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const row = lengths[i] as Uint32Array;
      row[j] =
        one[i] === other[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const common: string[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      common.push(one[i] as string);
      i += 1;
      j += 1;
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return common;
}

/** Finds a subsequence in a line with as few gaps as can be. */
function align(line: readonly string[], common: readonly string[]): Set<number> {
  // For each character of `common`, from the last: where it may stand, and the best from there on.
  let following: Placement[] = [{ at: Number.POSITIVE_INFINITY, joints: 0, next: undefined }];
  for (const character of [...common].reverse()) {
    const here: Placement[] = [];
    for (const [at, candidate] of line.entries()) {
      if (candidate !== character) continue;
      let best: Placement | undefined;
      for (const next of following) {
        if (next.at <= at) continue;
        const joints = next.joints + (next.at === at + 1 ? 1 : 0);
        if (!best || joints > best.joints) best = { at, joints, next };
      }
      if (best) here.push(best);
    }
    following = here;
  }
  const places = new Set<number>();
  let place = following.reduce<Placement | undefined>(
    (best, each) => (!best || each.joints > best.joints ? each : best),
    undefined,
  );
  for (; place?.next; place = place.next) places.add(place.at);
  return places;
}

/** Where a character stands, and the rest of the subsequence behind it. */
interface Placement {
  at: number;
  /** How many of the characters from here on stand side by side. */
  joints: number;
  next: Placement | undefined;
}

function cut(line: readonly string[], shared: ReadonlySet<number>): SharedPart[] {
  const parts: SharedPart[] = [];
  for (const [at, character] of line.entries()) {
    const isShared = shared.has(at);
    const last = parts[parts.length - 1];
    if (last?.isShared === isShared) last.text += character;
    else parts.push({ text: character, isShared });
  }
  return parts;
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}
