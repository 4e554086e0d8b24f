import type { PaperPassage } from '../collection/paper-structure.ts';
import type { Folded } from '../text/fold.ts';

/**
 * Strips a paper to its letters and digits, folded, for comparing it with others.
 *
 * @param fold The fold of search.
 * @returns Three lists of the same length, one behind the other: code points, with a 0 behind each
 * passage; where each starts in the text of its passage; and where it ends there, in UTF-16 units.
 */
export function collectLetters(
  passages: readonly Pick<PaperPassage, 'text'>[],
  fold: (text: string) => Folded,
): Uint32Array<ArrayBuffer> {
  const letters: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { text } of passages) {
    const folded = fold(text);
    for (const { 0: letter, index } of folded.text.matchAll(/[\p{L}\p{N}]/gu)) {
      letters.push(letter.codePointAt(0) ?? 0);
      starts.push(folded.starts[index] ?? 0);
      ends.push(folded.ends[index + letter.length - 1] ?? 0);
    }
    letters.push(0);
    starts.push(text.length);
    ends.push(text.length);
  }
  const list = new Uint32Array(3 * letters.length);
  list.set(letters);
  list.set(starts, letters.length);
  list.set(ends, 2 * letters.length);
  return list;
}
