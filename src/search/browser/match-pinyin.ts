import type { PinyinOffer } from '../pinyin-offer.ts';

const MAX_MATCHES = 8;

/** Worse than every rank. */
const NO_MATCH = 4;

/**
 * Finds the offers whose pinyin is typed: each syllable in full or by its first letters (`szsc`,
 * `sanzhua` and `sanzsc` are all 三抓三促), from any syllable on. Apostrophes and spaces mean nothing;
 * ü is typed `v`, `u` or `ü`.
 *
 * @param query As typed; anything but 2 to 40 letters, apostrophes and spaces finds nothing.
 * @returns Eight offers at most: those matched from their beginning first, then those matched in full
 * syllables, then in the order of the list.
 */
export function matchPinyin(query: string, offers: readonly PinyinOffer[]): PinyinOffer[] {
  if (!/^[a-zü'’\s]{2,40}$/iu.test(query)) return [];
  const letters = query
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z]/gu, '');
  if (letters.length < 2) return [];
  return offers
    .map((offer) => ({ offer, rank: rankOffer(letters, offer.syllables.split(' ')) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MAX_MATCHES)
    .map(({ offer }) => offer);
}

/** 0 and 1 from the first syllable on, 2 and 3 from another; the even ones in full syllables. */
function rankOffer(letters: string, syllables: readonly string[]): number {
  let best = NO_MATCH;
  for (let start = 0; start < syllables.length; start++) {
    const base = start === 0 ? 0 : 2;
    if (best <= base) break;
    // Inside, one syllable alone would match nearly everything.
    const least = start === 0 ? 1 : 2;
    const rest = syllables.slice(start);
    if (consume(letters, rest, least, true)) best = base;
    else if (consume(letters, rest, least, false)) best = Math.min(best, base + 1);
  }
  return best;
}

/**
 * Tells whether the letters are used up by the syllables, one after the other, and by how many at
 * least. Walks all readings at once, as the places they have come to, so that their number is never
 * more than that of the letters.
 */
function consume(
  letters: string,
  syllables: readonly string[],
  least: number,
  inFull: boolean,
): boolean {
  let reached = new Set([0]);
  for (const [index, syllable] of syllables.entries()) {
    const next = new Set<number>();
    for (const place of reached) {
      const length = countCommon(letters, place, syllable);
      for (let used = inFull ? syllable.length : 1; used <= length; used++) next.add(place + used);
    }
    if (next.size === 0) return false;
    if (next.has(letters.length) && index + 1 >= least) return true;
    reached = next;
  }
  return false;
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
