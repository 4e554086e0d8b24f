/**
 * The words the index is made of. Pagefind cuts Chinese into dictionary words, and a query is cut
 * otherwise than the text; so each position of a text becomes a word of our own, the pair of the
 * character there and the next, written in letters and digits that no segmenter, stemmer or
 * punctuation rule touches.
 */

/** First code point that three digits of base 36 cannot write. */
const WIDE = 36 ** 3 - 2;
const WIDE_MARK = 'zzz';
const MARK = 'zzy';
const CODE = /zzz[\da-z]{5}|(?!zzz)[\da-z]{3}/g;

/** A word no search asks for: it takes up a position and ends a run. */
export const GAP = '.';

/**
 * Follows the last character of a passage, so that each character begins a pair: where it stands is told
 * by all pairs that it begins. Folding leaves none of it in a text.
 */
export const PASSAGE_END = '\0';

/** A word no search asks for either, another for each number: it makes equal papers different ones. */
export function mark(number: number): string {
  return MARK + MARK + number;
}

/** The word for a character followed by another. */
export function pairToken(character: string, next: string): string {
  return writeCode(character) + writeCode(next);
}

/**
 * The words of a passage, a position a character. The gap behind the last keeps any two pairs that a
 * query asks for, of different passages, more than two positions apart, so that a query's pairs can be
 * matched by every second one.
 *
 * @param characters A folded passage.
 */
export function writePassage(characters: readonly string[]): string[] {
  if (characters.length === 0) return [GAP, GAP];
  const tokens = characters.map((each, at) => pairToken(each, characters[at + 1] ?? PASSAGE_END));
  return [...tokens, GAP];
}

/** How many positions the words of a passage take. */
export function measurePassage(characters: readonly string[]): number {
  return Math.max(characters.length, 1) + 1;
}

/** The pair that a word stands for; `undefined` for a word no search asks for. */
export function readToken(token: string): string | undefined {
  const characters = token.match(CODE) ?? [];
  if (characters.join('') !== token || characters.length !== 2) return undefined;
  return characters.map(readCode).join('');
}

/**
 * The pairs that find a query of two or more characters, each with its distance from the query's
 * start: every second pair, and the last.
 *
 * @param characters A folded term.
 */
export function listPairs(characters: readonly string[]): { pair: string; distance: number }[] {
  const last = characters.length - 2;
  const distances: number[] = [];
  for (let at = 0; at < last; at += 2) distances.push(at);
  return [...distances, last].map((distance) => ({
    pair: `${characters[distance]}${characters[distance + 1]}`,
    distance,
  }));
}

/** Codes are such that none starts another. */
function writeCode(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < WIDE
    ? codePoint.toString(36).padStart(3, '0')
    : WIDE_MARK + codePoint.toString(36).padStart(5, '0');
}

function readCode(code: string): string {
  return String.fromCodePoint(Number.parseInt(code.replace(WIDE_MARK, ''), 36));
}
