import type { PinyinOffer } from '../pinyin-list.ts';

const MAX_MATCHES = 8;

/** Worse than every rank. */
const NO_MATCH = 6;

/**
 * Finds the offers whose pinyin is typed: each syllable in full or by its first letters (`szsc`,
 * `sanzhua` and `sanzsc` are all 三抓三促), from any syllable on. Apostrophes and spaces mean nothing;
 * ü is typed `v`, `u` or `ü`.
 *
 * @param query As typed; anything but 2 to 40 letters, apostrophes and spaces finds nothing.
 * @returns Eight offers at most: the texts typed whole first, then the titles that end in what is typed,
 * for the end of a title says what it is (中华人民共和国刑法 is 刑法); then those matched from their
 * beginning, then those matched in full syllables, then in the order of the list.
 */
export function matchPinyin(query: string, offers: readonly PinyinOffer[]): PinyinOffer[] {
  if (!/^[a-zü'’\s]{2,40}$/iu.test(query)) return [];
  const letters = query
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z]/gu, '');
  if (letters.length < 2) return [];
  return offers
    .map((offer) => ({ offer, rank: rankOffer(letters, offer) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_MATCHES)
    .map(({ offer }) => offer);
}

/**
 * 0 for the whole text, 1 for the end of a title, both in full syllables; 2 and 3 from the first
 * syllable on, 4 and 5 from another, the even ones in full syllables.
 */
function rankOffer(letters: string, { syllables: text, paper, anchor }: PinyinOffer): number {
  const syllables = text.split(' ');
  const isTitle = paper !== undefined && anchor === undefined;
  let best = NO_MATCH;
  for (let start = 0; start < syllables.length; start++) {
    if (!isTyped(letters[0], syllables[start]?.[0])) continue;
    const base = start === 0 ? 2 : 4;
    // Inside, one syllable alone would match nearly everything.
    const least = start === 0 ? 1 : 2;
    const rest = syllables.slice(start);
    const used = consume(letters, rest, least, true);
    const isEnd = used === rest.length && (start === 0 || isTitle);
    if (isEnd) best = Math.min(best, start === 0 ? 0 : 1);
    else if (used > 0) best = Math.min(best, base);
    else if (consume(letters, rest, least, false) > 0) best = Math.min(best, base + 1);
  }
  return best;
}

/**
 * Tells how many of the syllables, one after the other, use up the letters; 0 when they do not, or
 * fewer than the least would. Walks all readings at once, as the places they have come to, so that their
 * number is never more than that of the letters.
 */
function consume(
  letters: string,
  syllables: readonly string[],
  least: number,
  inFull: boolean,
): number {
  let reached = new Set([0]);
  for (const [index, syllable] of syllables.entries()) {
    const next = new Set<number>();
    for (const place of reached) {
      const length = countCommon(letters, place, syllable);
      for (let used = inFull ? syllable.length : 1; used <= length; used++) next.add(place + used);
    }
    if (next.size === 0) return 0;
    if (next.has(letters.length) && index + 1 >= least) return index + 1;
    reached = next;
  }
  return 0;
}

/** How many letters from a place on the syllable starts with. */
function countCommon(letters: string, place: number, syllable: string): number {
  let length = 0;
  while (length < syllable.length && isTyped(letters[place + length], syllable[length])) length++;
  return length;
}

function isTyped(letter: string | undefined, expected: string | undefined): boolean {
  return letter === expected || (letter === 'u' && expected === 'v');
}
