/**
 * Groups what is numbered into series that run on: each member counts on from the one before, with
 * anything of a lower kind in between. A number one starts a series, inside the member it stands behind.
 *
 * @param candidates In the order of the text.
 * @returns The series in the order of their first members.
 */
export function collectSeries<T extends Numbered>(candidates: readonly T[]): Series<T>[] {
  const all: Series<T>[] = [];
  const latest = new Map<string, Series<T>>();
  let open: Series<T>[] = [];
  for (const candidate of candidates) {
    if (candidate.isDivision) {
      open = open.filter(({ key, rank }) => rank < candidate.rank || key === candidate.key);
    }
    const running = open.findLastIndex((series) => continues(series, candidate));
    if (running >= 0) {
      open[running]?.members.push(candidate);
      open.length = running + 1;
      continue;
    }
    const before = candidate.mayResume ? latest.get(candidate.key) : undefined;
    const resumed = before?.members.at(-1)?.number === candidate.number - 1 ? before : undefined;
    if (candidate.number !== 1 && !candidate.mayStart && !resumed) continue;
    const same = open.findLastIndex(({ key }) => key === candidate.key);
    if (same >= 0) {
      // A series of the same kind ends here, unless this one stands under a higher kind since.
      const above = open.findLastIndex(({ rank }) => rank < candidate.rank);
      open.length = above > same ? above + 1 : same;
    }
    const around = open.at(-1);
    const started: Series<T> = {
      key: candidate.key,
      rank: candidate.rank,
      members: [candidate],
      within: around && { series: around, member: around.members.length - 1 },
      resumed: candidate.number === 1 ? undefined : resumed,
      inner: new Map(),
    };
    if (around && !around.inner.has(candidate.key)) {
      around.inner.set(candidate.key, around.members.length - 1);
    }
    open.push(started);
    all.push(started);
    latest.set(candidate.key, started);
  }
  return all;
}

/**
 * Whether a series belongs to the member it started behind, instead of only following it: that
 * member's own series goes on afterwards, stands in the same paragraph, or is of a higher kind; or one
 * like it belongs to a member before.
 */
export function isInside<T extends Numbered>({
  within,
  key,
  members: [first],
}: Series<T>): boolean {
  const member = within?.series.members[within.member];
  if (!within || !member || !first) return false;
  return (
    within.member < within.series.members.length - 1 ||
    member.paragraph === first.paragraph ||
    member.rank < first.rank ||
    (within.series.inner.get(key) ?? within.member) < within.member
  );
}

function continues<T extends Numbered>({ key, members }: Series<T>, candidate: T): boolean {
  const before = members.at(-1);
  const last = before?.number ?? 0;
  if (candidate.isDivision) return key === candidate.key;
  if (key === '首先') {
    // 首先…第二…第三 counts too; 最后 ends the series, and only where the others stand: it closes speeches too.
    const distance = candidate.paragraph - (before?.paragraph ?? 0);
    const isBeside =
      distance === 0 || (candidate.isAtHead && (distance === 1 || before?.isAtHead === true));
    const isNext = candidate.key === '首先' && candidate.number > last;
    if (candidate.number === LAST && !isBeside) return false;
    return last < LAST && (isNext || (candidate.key === '第' && candidate.number === last + 1));
  }
  if (key !== candidate.key) return false;
  // A heading alone on its line is not refused for a number miscounted.
  const isNear = candidate.number > 1 && candidate.number >= last && candidate.number <= last + 2;
  return candidate.number === last + 1 || (candidate.isLine === true && isNear);
}

/** The number of 最后. */
export const LAST = 99;

/** Something numbered in a text. */
export interface Numbered {
  /** What its siblings share: `一、`, `是`, `首先`. */
  key: string;
  /** How high its kind stands, 0 for the highest. */
  rank: number;
  number: number;
  /** Which paragraph it stands in. */
  paragraph: number;
  /** It stands at its paragraph's head. */
  isAtHead?: boolean;
  /** It ends all series of lower kinds, and needs no siblings. */
  isDivision?: boolean;
  /** It is a heading alone on its line. */
  isLine?: boolean;
  /** A series may start with it though it is not the first, as in an excerpt. */
  mayStart?: boolean;
  /** Its series may go on from one that a higher heading has ended: 一、（一）（二）二、（三）. */
  mayResume?: boolean;
}

/** Numbered things that count on from each other. */
export interface Series<T extends Numbered> {
  key: string;
  rank: number;
  members: T[];
  /** The series around it, and the index of the member it started behind. */
  within: { series: Series<T>; member: number } | undefined;
  /** The series before it that it counts on from. */
  resumed: Series<T> | undefined;
  /** Keys of series that start behind its members, with the index of the first such member. */
  inner: Map<string, number>;
}
